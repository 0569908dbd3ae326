package se.skolkvalitet.framework.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextInColumnsTest {
    @Test
    void aTextIsTheSameAfterItWasInColumns() {
        Text text = new Text("mål", "goal");

        assertThat(TextInColumns.text(TextInColumns.of(text))).isEqualTo(text);
    }

    @Test
    void noTextIsNoColumns() {
        assertThat(TextInColumns.of(null)).isNull();
        assertThat(TextInColumns.text(null)).isNull();
    }
}
