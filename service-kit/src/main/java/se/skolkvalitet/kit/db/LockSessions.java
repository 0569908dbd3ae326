package se.skolkvalitet.kit.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.AgroalSecurityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens {@link LockSession}s to the service's database, with all that its data source is configured with. */
@ApplicationScoped
public class LockSessions {
    @Inject
    AgroalDataSource dataSource;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /**
     * @param purpose what the session is for, as an operator sees it in {@code pg_stat_activity}
     * @throws SessionLost where the database is away
     */
    public LockSession open(String purpose) {
        AgroalConnectionFactoryConfiguration pool =
                dataSource.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(pool.jdbcProperties());
        List<Object> identities = new ArrayList<>(pool.credentials());
        identities.add(pool.principal());
        for (Object identity : identities) {
            properties.putAll(security(pool, identity));
        }
        properties.put("ApplicationName", service + " " + purpose);
        return LockSession.open(pool.jdbcUrl(), properties);
    }

    /** As the pool itself does: the first provider that understands the identity says which properties it means. */
    private static Properties security(AgroalConnectionFactoryConfiguration pool, Object identity) {
        return pool.securityProviders().stream()
                .map((AgroalSecurityProvider provider) -> provider.getSecurityProperties(identity))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Properties::new);
    }
}
