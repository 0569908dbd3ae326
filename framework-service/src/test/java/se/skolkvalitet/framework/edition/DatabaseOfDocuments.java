package se.skolkvalitet.framework.edition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import se.skolkvalitet.kit.test.OldDatabase;

/** A database in which each edition was one JSON document: the shipped one, and a draft with every kind of fault. */
public class DatabaseOfDocuments extends OldDatabase {
    @Override
    protected String version() {
        return "1";
    }

    @Override
    protected void fill(Connection connection) throws SQLException, IOException {
        String published = "insert into edition (number, state, version, valid_from, published_at, framework)"
                + " values (1, 'published', 2, '2026-07-01', '2026-06-01T10:00:00Z', cast(? as json))";
        String draft = "insert into edition (number, state, version, valid_from, framework)"
                + " values (2, 'draft', 7, '2027-07-01', cast(? as json))";
        insert(connection, published, shipped());
        insert(connection, draft, faulty());
    }

    /** As it was before measures told areas, grades, notes and whom they protect, success factors levels, and indicators a background. */
    static ObjectNode shipped() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.withArray("measures")
                .forEach(measure -> ((ObjectNode) measure).remove(List.of("areas", "grades", "note", "protects")));
        edition.withArray("subGoals").forEach(subGoal -> ((ObjectNode) subGoal).remove("notFollowed"));
        edition.withArray("indicators")
                .forEach(indicator -> ((ObjectNode) indicator).remove(List.of("expectedBy", "deviationIn")));
        edition.withArray("successFactors")
                .forEach(factor -> ((ObjectNode) factor).remove(List.of("levels", "references")));
        edition.remove("peers");
        return edition;
    }

    /** Without a note, with a code twice, references that lead nowhere, and empty lists. */
    static ObjectNode faulty() throws IOException {
        ObjectNode edition = shipped();
        edition.putNull("note");
        edition.put("validFrom", "2027-07-01");
        edition.withArray("goals").remove(0);
        ArrayNode indicators = edition.withArray("indicators");
        indicators.add(indicators.get(0).deepCopy());
        ((ObjectNode) indicators.get(1)).withArray("subGoals").add("NO-SUCH");
        ArrayNode factors = edition.withArray("successFactors");
        ((ObjectNode) factors.get(0)).putArray("questions");
        return edition;
    }

    private static void insert(Connection connection, String sql, ObjectNode framework) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, framework.toString());
            statement.executeUpdate();
        }
    }
}
