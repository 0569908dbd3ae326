package se.skolkvalitet.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages themselves, in English here and in Swedish in {@code messages/words_sv.properties}. */
@MessageBundle("words")
public interface Words {
    @Message("Part of the national quality system for schools")
    String part();

    @Message("Skip to the content")
    String skip();

    @Message("På svenska")
    String otherLanguage();

    @Message("What is here")
    String resources();

    @Message("For those who build on it")
    String forBuilders();

    @Message("Contract (OpenAPI)")
    String contract();

    @Message("Try it out")
    String tryOut();

    @Message("Health")
    String health();

    @Message("Metrics")
    String metrics();

    @Message("What is here answers with JSON; this page, too, where JSON is asked for.")
    String json();
}
