package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embeddable;

/** A text in two columns, one for each language. What it may be is the API's to say, in {@link Text}. */
@Embeddable
record TextInColumns(String sv, String en) {

    /** @param text null where there is none */
    static TextInColumns of(Text text) {
        return text == null ? null : new TextInColumns(text.sv(), text.en());
    }

    /** @param columns null where both are */
    static Text text(TextInColumns columns) {
        return columns == null ? null : new Text(columns.sv, columns.en);
    }
}
