package se.skolkvalitet.pages;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Codes;

/** The two languages of every page. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"sv", "en"})
public enum Language implements Code {
    SV,
    EN;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

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
        } catch (IllegalArgumentException unreadable) {
            return SV;
        }
    }
}
