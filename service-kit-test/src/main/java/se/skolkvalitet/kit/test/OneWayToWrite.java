package se.skolkvalitet.kit.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Lets the database of a test refuse what writes to a table in the other of the two ways: SQL to a table that Hibernate
 * has mapped, Hibernate to one that it has not. Triggers see each statement as it comes, however its text was made, and
 * {@code COPY} too. A statement of Hibernate is known by {@link HibernateSigns}. What a test itself writes, to have
 * something to begin with, is let through: {@link TestSigns}.
 */
public class OneWayToWrite implements QuarkusTestBeforeEachCallback {
    private static final String TABLES = "select relname from pg_class where relkind in ('r', 'p')"
            + " and not relispartition and relnamespace = to_regnamespace(current_schema())";

    private SessionFactoryImplementor guarded;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var sessions = CDI.current().select(SessionFactory.class);
        if (!sessions.isResolvable()) {
            return;
        }
        SessionFactoryImplementor entities = sessions.get().unwrap(SessionFactoryImplementor.class);
        if (entities != guarded) {
            guard(mapped(entities));
            guarded = entities;
        }
    }

    private static Set<String> mapped(SessionFactoryImplementor entities) {
        Set<String> tables = new HashSet<>();
        var model = entities.getMappingMetamodel();
        model.forEachEntityDescriptor(entity ->
                Arrays.stream(entity.getQuerySpaces()).map(String::valueOf).forEach(tables::add));
        model.forEachCollectionDescriptor(parts -> tables.addAll(Arrays.asList(parts.getCollectionSpaces())));
        return tables;
    }

    private static void guard(Set<String> mapped) {
        SqlStatements statements = CDI.current().select(Jdbi.class).get().getConfig(SqlStatements.class);
        statements.setTemplateEngine(new TestSigns(statements.getTemplateEngine()));
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql("refuse-the-other-way"));
            for (String table : tables(connection)) {
                statement.execute(sql("guard-table")
                        .replace("${table}", table)
                        .replace("${way}", mapped.contains(table) ? "entities" : "SQL"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be guarded", e);
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (var query = connection.createStatement();
                ResultSet rows = query.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String sql(String name) {
        try (InputStream file = OneWayToWrite.class.getResourceAsStream(name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
