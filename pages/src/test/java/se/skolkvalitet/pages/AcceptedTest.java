package se.skolkvalitet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {
    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "html", "utf-8"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        */*                                                         | json
        application/json                                            | json
        text/html                                                   | html
        TEXT/HTML                                                   | html
        text/*                                                      | html
        text/html,application/json                                  | json
        application/json,text/html;q=0                              | json
        text/html;q=0.1,application/json                            | json
        text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html
        */*,application/json;q=0                                    | html
        */*;q=0.1,text/*;q=0.5,text/html;q=0.05                     | json
        image/png                                                   | none
        */*;q=0                                                     | none
        text/html;q=much                                            | none
        """)
    void theOneThatIsWantedMostIsTaken(String accept, String subtype) {
        Accepted accepted = new Accepted(
                Stream.of(accept.split(",")).map(AcceptedTest::range).toList());

        assertThat(accepted.best(OFFERED).map(MediaType::getSubtype)).isEqualTo(Optional.ofNullable(subtype));
    }

    private static MediaType range(String text) {
        String[] parts = text.split(";q=");
        String[] names = parts[0].split("/");
        return new MediaType(names[0], names[1], parts.length == 1 ? Map.of() : Map.of("q", parts[1]));
    }
}
