package se.skolkvalitet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        none                        | SV
        ''                          | SV
        *                           | SV
        en-GB,en;q=0.9,sv;q=0.5     | EN
        sv-SE,en;q=0.9              | SV
        en;q=0.1,sv;q=0.2           | SV
        de,fr;q=0.8                 | SV
        de,en;q=0.3                 | EN
        not a header;q=x            | SV
        -                           | SV
        --                          | SV
        -;q=1                       | SV
        en,-                        | SV
        ,                           | SV
        ;                           | SV
        ;q=1                        | SV
        *-*                         | SV
        *-                          | SV
        en;q=                       | SV
        en;q=NaN                    | SV
        \u0000                      | SV
        """)
    void takesTheOneThatTheBrowserLikesBest(String header, Language expected) {
        assertThat(Language.of(null, header)).isEqualTo(expected);
    }

    @Test
    void takesTheOneThatIsAskedForWhateverTheBrowserLikes() {
        assertThat(Language.of(Language.EN, "sv")).isEqualTo(Language.EN);
    }
}
