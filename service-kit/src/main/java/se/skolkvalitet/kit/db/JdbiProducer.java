package se.skolkvalitet.kit.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.util.PGobject;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Codes;

/**
 * Jdbi over the service's data source. Rows map to records by the names of their components, columns to {@link Code}s
 * by their text. A handle opened inside a transaction takes part in it.
 */
public class JdbiProducer {
    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource, ObjectMapper mapper) {
        return configured(Jdbi.create(dataSource)).registerArgument(new JsonArguments(mapper));
    }

    /** The same over a database that no service runs on, without {@link Json}. */
    public static Jdbi configured(Jdbi jdbi) {
        jdbi.installPlugin(new TypesOfPostgres());
        // What fails is logged, and the values may be of persons.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerRowMapper(JdbiProducer::recordMapper);
        jdbi.registerColumnMapper(JdbiProducer::codeMapper);
        jdbi.registerArgument(new CodeArguments());
        return jdbi;
    }

    /**
     * The plugin makes every handle ready for large objects, which nobody has, and for that asks each new connection for
     * functions: a query before the first of a transaction, after which its isolation can no longer be chosen.
     */
    private static final class TypesOfPostgres extends PostgresPlugin {
        @Override
        public Handle customizeHandle(Handle handle) {
            return handle;
        }
    }

    private static Optional<RowMapper<?>> recordMapper(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        return raw.isRecord() && !Code.class.isAssignableFrom(raw)
                ? Optional.of(ConstructorMapper.of(raw))
                : Optional.empty();
    }

    private static Optional<ColumnMapper<?>> codeMapper(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        if (!Code.class.isAssignableFrom(raw)) {
            return Optional.empty();
        }
        return Optional.of((row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : Codes.parse(raw, text);
        });
    }

    private static final class CodeArguments extends AbstractArgumentFactory<Code> {
        CodeArguments() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Code code, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, code.value());
        }
    }

    private static final class JsonArguments extends AbstractArgumentFactory<Json> {
        private final ObjectMapper mapper;

        JsonArguments(ObjectMapper mapper) {
            super(Types.OTHER);
            this.mapper = mapper;
        }

        @Override
        protected Argument build(Json json, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, jsonb(json));
        }

        private PGobject jsonb(Json json) throws SQLException {
            PGobject jsonb = new PGobject();
            jsonb.setType("jsonb");
            try {
                jsonb.setValue(mapper.writeValueAsString(json.value()));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
            return jsonb;
        }
    }
}
