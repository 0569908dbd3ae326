package se.skolkvalitet.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.UUID;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** What is wrong with a document of JSON, in words that say nothing of the classes that it is read into. */
public final class JsonFault {
    private JsonFault() {}

    public static FieldError of(JacksonException e) {
        String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (e.getCause() instanceof InvalidValue refused) {
            return new FieldError(field, refused.rule(), refused.getMessage() + place(e));
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(
                    field, "unknown-field", "There is no field '%s'%s".formatted(unknown.getPropertyName(), place(e)));
        }
        if (e instanceof StreamConstraintsException) {
            return new FieldError(field, "json", "It is nested too deeply or too long to be read" + place(e));
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return new FieldError(
                    field,
                    field.isEmpty() ? "json" : "type",
                    "Expected %s%s".formatted(expected(mismatch.getTargetType()), place(e)));
        }
        if (e.getCause() instanceof InputCoercionException) {
            return new FieldError(field, "range", "The whole number is out of range" + place(e));
        }
        boolean twice =
                e instanceof JsonParseException && e.getOriginalMessage().startsWith("Duplicate field");
        return new FieldError(field, "json", (twice ? e.getOriginalMessage() : "This is not JSON") + place(e));
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static String expected(Class<?> type) {
        if (type == String.class || Code.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-24";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-11-24T09:00:00Z";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
