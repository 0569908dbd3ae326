package se.skolkvalitet.kit.db;

/**
 * A statement's argument of type {@code jsonb}, written as answers are. With a list of records,
 * {@code jsonb_to_recordset} makes rows of it, so that one statement writes them all; columns bear the components' names.
 */
public record Json(Object value) {}
