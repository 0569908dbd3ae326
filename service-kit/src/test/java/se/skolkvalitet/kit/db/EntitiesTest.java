package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.testapp.Colour;
import se.skolkvalitet.kit.testapp.ThingCode;
import se.skolkvalitet.kit.testapp.ThingEntity;
import se.skolkvalitet.kit.testapp.Things;

/** Entities beside SQL: codes as columns, and one transaction for both. */
@QuarkusTest
class EntitiesTest {
    @Inject
    Things things;

    @Inject
    Jdbi jdbi;

    @Test
    void aCodeIsItsBareTextInAColumnAsAnIdAndInAnArray() {
        ThingCode code = code();

        persist(new ThingEntity(code, Colour.LIGHT_BLUE, List.of(Colour.RED, Colour.LIGHT_BLUE)));

        assertThat(row(code)).isEqualTo(code.value() + " light-blue {red,light-blue} 1");
    }

    @Test
    void anEntityIsFoundByAndReadAsCodes() {
        ThingCode code = code();
        persist(new ThingEntity(code, Colour.LIGHT_BLUE, List.of(Colour.RED, Colour.LIGHT_BLUE)));

        ThingEntity thing = QuarkusTransaction.requiringNew()
                .call(() -> things.find("code = ?1 and colour = ?2", code, Colour.LIGHT_BLUE)
                        .firstResult());

        assertThat(thing.colour()).isEqualTo(Colour.LIGHT_BLUE);
        assertThat(thing.shades()).containsExactly(Colour.RED, Colour.LIGHT_BLUE);
    }

    @Test
    void severalRowsWithACodeAsTheirIdChangeInOneFlush() {
        List<ThingCode> codes = List.of(code(), code(), code());
        codes.forEach(code -> persist(new ThingEntity(code, Colour.RED, List.of())));

        QuarkusTransaction.requiringNew()
                .run(() -> codes.forEach(code -> things.findById(code).paint(Colour.LIGHT_BLUE, List.of())));

        assertThat(codes).allSatisfy(code -> assertThat(row(code)).isEqualTo(code.value() + " light-blue {} 2"));
    }

    @Test
    void aTextThatIsNoCodeIsRefusedWhenItIsRead() {
        ThingCode code = code();
        jdbi.useHandle(handle -> handle.execute("insert into thing (code, colour) values (?, 'mauve')", code));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> things.findById(code)))
                .hasStackTraceContaining("'mauve' is not one of light-blue, red");
    }

    @Test
    void sqlSeesWhatTheEntitiesOfItsTransactionHaveFlushed() {
        ThingCode code = code();

        String seen = QuarkusTransaction.requiringNew().call(() -> {
            things.persistAndFlush(new ThingEntity(code, Colour.RED, List.of()));
            return row(code);
        });

        assertThat(seen).isEqualTo(code.value() + " red {} 1");
    }

    @Test
    void sqlAndEntitiesRollBackTogether() {
        ThingCode one = code();
        ThingCode other = code();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    things.persistAndFlush(new ThingEntity(one, Colour.RED, List.of()));
                    jdbi.useHandle(handle -> handle.execute("insert into thing (code) values (?)", other));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(QuarkusTransaction.requiringNew().call(() -> things.count("code in ?1", List.of(one, other))))
                .isZero();
    }

    private void persist(ThingEntity thing) {
        QuarkusTransaction.requiringNew().run(() -> things.persist(thing));
    }

    private String row(ThingCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', code, colour, shades, version) from thing where code = :code")
                .bind("code", code)
                .mapTo(String.class)
                .one());
    }

    private static ThingCode code() {
        String letters = ThreadLocalRandom.current()
                .ints(3, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .reduce("", String::concat);
        return new ThingCode(letters);
    }
}
