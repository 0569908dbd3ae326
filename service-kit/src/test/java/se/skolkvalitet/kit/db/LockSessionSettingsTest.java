package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session is opened with, so that it notices within a minute that the server's host is lost. */
class LockSessionSettingsTest {
    private static final String URL = "jdbc:recording:";

    private final RecordingDriver driver = new RecordingDriver();

    @BeforeEach
    void register() throws SQLException {
        DriverManager.registerDriver(driver);
    }

    @AfterEach
    void deregister() throws SQLException {
        DriverManager.deregisterDriver(driver);
    }

    @Test
    void theClientKeepsAskingWhetherTheServerIsThere() {
        open(new Properties());

        assertThat(driver.settings).containsEntry("tcpKeepAlive", "true");
    }

    @Test
    void anAnswerIsAwaitedForLessThanAMinute() {
        open(new Properties());

        assertThat(driver.seconds("socketTimeout")).isBetween(1, 59);
        assertThat(driver.seconds("connectTimeout")).isBetween(1, 59);
    }

    @Test
    void whatTheServiceSetsStaysAsItIs() {
        Properties set = new Properties();
        set.put("socketTimeout", "7");

        open(set);

        assertThat(driver.seconds("socketTimeout")).isEqualTo(7);
    }

    private static void open(Properties properties) {
        catchThrowableOfType(SessionLost.class, () -> LockSession.open(URL, properties));
    }

    /** Remembers what it is asked for, and has no database. */
    private static final class RecordingDriver implements Driver {
        private Properties settings = new Properties();

        int seconds(String setting) {
            return Integer.parseInt(settings.getProperty(setting, "0"));
        }

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            if (!acceptsURL(url)) {
                return null;
            }
            settings = info;
            throw new SQLException("there is no database");
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.equals(URL);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
