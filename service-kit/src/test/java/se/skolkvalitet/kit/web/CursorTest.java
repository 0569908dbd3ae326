package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;

class CursorTest {
    private static final String THINGS = "/v1/things";

    @Test
    void givesTheKeyBackAsTexts() {
        String cursor = Cursor.of(THINGS, List.of("å/ä", 7, ""));

        assertThat(Cursor.read(THINGS, cursor, 3)).containsExactly("å/ä", "7", "");
    }

    @Test
    void isForAnAddressAsItIs() {
        assertThat(Cursor.of(THINGS, List.of("~~~???>>>", "ÿÿÿ"))).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/thing", "/v1/things/", "/v1/things/a/faults", "/v1/others", ""})
    void ofAnotherCollectionIsRefused(String other) {
        assertRefused(other, Cursor.of(THINGS, List.of("a")), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withAnotherNumberOfPartsIsRefused(int parts) {
        assertRefused(THINGS, Cursor.of(THINGS, List.of("a", "b")), parts);
    }

    @Test
    void whoseKeyWasChangedIsRefused() {
        String cursor = Cursor.of(THINGS, List.of("aaaa"));

        assertRefused(THINGS, cursor.substring(0, cursor.length() - 3) + "AAA", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YQ", "YWJj", "YWJjZA", "!", "å", "a b"})
    void thatNoPageGaveIsRefused(String text) {
        assertRefused(THINGS, text, 1);
    }

    @Test
    void thatAsksForAKeyWhichNoDatabaseCanStoreIsRefused() {
        assertRefused(THINGS, Cursor.of(THINGS, List.of("a\u0000b")), 1);
    }

    private static void assertRefused(String collection, String cursor, int parts) {
        assertThatThrownBy(() -> Cursor.read(collection, cursor, parts))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::rule)
                        .containsExactly(tuple("cursor", "cursor")));
    }
}
