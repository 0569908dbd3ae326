package se.skolkvalitet.kit.web;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets the server pass on addresses that are no URI, so that {@link RequestGate} can say what is wrong with them; the
 * server itself answers them with an empty 400. It looks at a system property when its class is loaded, and the
 * configuration is the one thing that is made before that.
 */
public class OpenDoor implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
