package se.skolkvalitet.pages;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** What a service says of itself on its front page. */
@ConfigMapping(prefix = "pages")
interface FrontPageConfig {
    Text title();

    Text purpose();

    /** The resources that a visitor would look at first. */
    List<Link> resources();

    /** In both languages. */
    interface Text {
        String sv();

        String en();

        default String in(Language language) {
            return language == Language.SV ? sv() : en();
        }
    }

    /** Where something is found, and what it is. */
    interface Link {
        String path();

        Text name();
    }
}
