package se.skolkvalitet.kit.test;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Signs all SQL that goes through Hibernate, so that {@link OneWayToWrite} knows it from a store's. */
public class HibernateSigns implements StatementInspector {
    @Override
    public String inspect(String sql) {
        return "/* by entities */ " + sql;
    }
}
