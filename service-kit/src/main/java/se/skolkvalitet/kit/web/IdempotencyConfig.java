package se.skolkvalitet.kit.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set for Idempotency-Keys. */
@ConfigMapping(prefix = "kit.idempotency")
public interface IdempotencyConfig {
    /** How long a key is kept, counted from its first request. The contracts promise seven days: longer is fine. */
    @WithDefault("P7D")
    Duration keep();
}
