package se.skolkvalitet.pages;

import java.util.List;
import java.util.Locale;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.Term;

/** The two languages of every page. */
public enum Language implements Term {
    SV,
    EN;

    public Locale locale() {
        return Locale.forLanguageTag(value());
    }

    public Language other() {
        return this == SV ? EN : SV;
    }

    /**
     * The one that was asked for by name, else the one that the browser likes best, else Swedish.
     *
     * @param asked null where none was named
     * @param accepted the header Accept-Language, null where there is none; one that cannot be read counts as none
     */
    public static Language of(Language asked, String accepted) {
        if (asked != null) {
            return asked;
        }
        try {
            List<Locale.LanguageRange> wishes = Locale.LanguageRange.parse(accepted == null ? "*" : accepted);
            Locale best = Locale.lookup(wishes, List.of(SV.locale(), EN.locale()));
            return best == null ? SV : Codes.parse(Language.class, best.getLanguage());
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            // The second is what the JDK makes of a dash alone.
            return SV;
        }
    }
}
