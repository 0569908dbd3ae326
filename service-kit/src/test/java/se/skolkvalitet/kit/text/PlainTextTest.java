package se.skolkvalitet.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String HALF = "a\ud83d";
    private static final String WHOLE = "a\ud83d\ude00";

    @Test
    void aTextWithNulOrHalfOfASurrogatePairIsNotPlain() {
        assertThat(PlainText.isPlain("a\0b")).isFalse();
        assertThat(PlainText.isPlain(HALF)).isFalse();
        assertThat(PlainText.isPlain("\ude00a")).isFalse();
        assertThat(PlainText.isPlain(WHOLE + "\ude00")).isFalse();
        assertThat(PlainText.isPlain(WHOLE + "\0")).isFalse();
        assertThat(PlainText.isPlain(WHOLE + WHOLE + "\t\u00e5")).isTrue();
        assertThat(PlainText.isPlain("")).isTrue();
    }

    @Test
    void showsWhatCannotBeShownByItsNumber() {
        assertThat(PlainText.shown("a\0b\u001fc\u0085")).isEqualTo("a\\u0000b\\u001fc\\u0085");
        assertThat(PlainText.shown(HALF)).isEqualTo("a\\ud83d");
        assertThat(PlainText.shown(WHOLE)).isEqualTo(WHOLE);
    }

    @Test
    void cutsWhatIsTooLongAndSaysSoWithoutHalvingACharacter() {
        assertThat(PlainText.shown("abc", 3)).isEqualTo("abc");
        assertThat(PlainText.shown("abcd", 3)).isEqualTo("abc…");
        assertThat(PlainText.shown(WHOLE + WHOLE, 2)).isEqualTo(WHOLE + "…");
    }
}
