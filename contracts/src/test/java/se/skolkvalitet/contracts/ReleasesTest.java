package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    /** As the release command writes it. */
    private static final Pattern HEADING = Pattern.compile("say \"(## \\$version.*)\"");

    @Test
    void theHeadingsOfTheReleaseCommandAreFoundInTheChangelog() {
        Matcher command = HEADING.matcher(Releases.read(Releases.today().resolve("../deploy/release")));
        assertThat(command.find()).isTrue();
        String heading = command.group(1).replace("$version", "0.12.3").replace("$(date -u +%F)", "2026-11-26");

        String changelog = "# Changelog\n\n%s\n\n### Added\n- Something.\n\n%s\n"
                .formatted(heading, heading.replace("0.12.3", "0.12.2"));

        assertThat(Releases.told(changelog)).containsExactly("0.12.3", "0.12.2");
    }
}
