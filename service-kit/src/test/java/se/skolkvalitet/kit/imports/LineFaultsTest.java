package se.skolkvalitet.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.text.InvalidValue;

class LineFaultsTest {
    private final List<List<LineFault>> portions = new ArrayList<>();
    private final LineFaults faults = new LineFaults(portions::add);

    @Test
    void handsThemOnInPortionsAndTheRestWhenAsked() {
        add(1200);
        assertThat(portions).extracting(List::size).containsExactly(500, 500);

        faults.flush();

        assertThat(portions).extracting(List::size).containsExactly(500, 500, 200);
        assertThat(portions.get(2).get(199)).isEqualTo(new LineFault(1200, "code", "pattern", "wrong"));
    }

    @Test
    void flushedTwiceHandsThemOnOnce() {
        add(1);

        faults.flush();
        faults.flush();

        assertThat(portions).hasSize(1);
    }

    @Test
    void countsThemByRuleHoweverManyAreTold() {
        add(150);
        faults.add(151, "unit", "unknown", "There is none.");

        assertThat(faults.byRule()).containsExactly(entry("pattern", 150L), entry("unknown", 1L));
    }

    @Test
    void tellsTheFirstHundredAndCountsAll() {
        add(150);

        assertThat(faults.told())
                .hasSize(100)
                .startsWith(new FieldError("line 1: code", "pattern", "wrong"))
                .endsWith(new FieldError("line 100: code", "pattern", "wrong"));
        assertThat(faults.count()).isEqualTo(150);
    }

    @Test
    void holdsNoMoreOfALineThanAReaderWants() {
        String text = "7".repeat(3_900_000);

        faults.add(1, text, new InvalidValue("pattern", "'%s' is not a code", text));
        faults.add(2, text, "json", text);
        faults.flush();

        assertThat(portions.get(0)).allSatisfy(fault -> {
            assertThat(fault.field()).hasSizeLessThan(210);
            assertThat(fault.message()).hasSizeLessThan(1010);
        });
        assertThat(portions.get(0).get(0).message()).isEqualTo("'" + "7".repeat(100) + "…' is not a code.");
    }

    @Test
    void thoseThatCannotBeKeptAreNotTriedAgain() {
        LineFaults refused = new LineFaults(found -> {
            throw new IllegalStateException("no room");
        });
        refused.add(1, "code", "pattern", "wrong");

        assertThatThrownBy(refused::flush).hasMessage("no room");

        assertThatCode(refused::flush).doesNotThrowAnyException();
    }

    @Test
    void countsALineWithTwoFaultsOnce() {
        faults.add(7, "code", "pattern", "wrong");
        faults.add(7, "name", "required", "missing");
        faults.add(8, "", "json", "no JSON");

        assertThat(faults.faultyLines()).isEqualTo(2);
        assertThat(faults.hasFaults(8)).isTrue();
        assertThat(faults.hasFaults(9)).isFalse();
    }

    @Test
    void givesAFileUpThatHasMoreThanAMillion() {
        LineFaults many = new LineFaults(found -> {});
        LongStream.rangeClosed(1, LineFaults.MOST).forEach(line -> many.add(line, "", "json", "no JSON"));

        assertThatThrownBy(() -> many.add(LineFaults.MOST + 1L, "", "json", "no JSON"))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void countsWarningsOverAMillionAndKeepsThemNoMore() {
        long[] kept = {0};
        LineFaults warnings = new LineFaults(Severity.WARNING, found -> kept[0] += found.size());

        LongStream.rangeClosed(1, LineFaults.MOST + 10L).forEach(line -> warnings.add(line, "", "jump", "odd"));
        warnings.flush();

        assertThat(warnings.count()).isEqualTo(LineFaults.MOST + 10L);
        assertThat(kept[0]).isEqualTo(LineFaults.MOST);
    }

    private void add(int count) {
        LongStream.rangeClosed(1, count).forEach(line -> faults.add(line, "code", "pattern", "wrong"));
    }
}
