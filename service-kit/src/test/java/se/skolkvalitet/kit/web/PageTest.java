package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.problem.ProblemException;

class PageTest {
    private static final String THINGS = "/v1/things";

    @Test
    void aFullLastPageTellsOfNoNextOne() {
        Page<String> page = Page.of(List.of("a", "b"), first(2), List::of);

        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void theNextPageBeginsAfterTheLastRowOfThisOne() {
        Page<String> page = Page.of(List.of("a", "b", "c"), first(2), List::of);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(after(page, 2).after(1)).contains(List.of("b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7})
    void theSlicesOfACollectionHaveEachRowOnce(int limit) {
        List<String> all = List.of("c", "a", "f", "b", "e", "d");

        assertThat(slices(all, limit)).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rowsWithTheSameKeyArePassedOnceEach(int limit) {
        List<String> all = List.of("a", "a", "b", "a", "a");

        assertThat(slices(all, limit)).containsExactlyElementsOf(all);
    }

    @Test
    void aFullLastSliceTellsOfNoNextOne() {
        assertThat(slice(List.of("a", "b"), first(2)).next()).isNull();
    }

    @Test
    void whatComesBeforeTheSliceIsNotReadAgainWhenTheCollectionGrows() {
        Page<String> page = slice(List.of("b", "c"), first(1));

        Page<String> next = slice(List.of("a", "b", "c"), after(page, 1));

        assertThat(next.items()).containsExactly("c");
    }

    @Test
    void aSliceAfterARowThatIsGoneIsRefused() {
        Page<String> page = slice(List.of("a", "b"), first(1));

        assertThatThrownBy(() -> slice(List.of("b"), after(page, 1))).isInstanceOf(ProblemException.class);
    }

    private static List<String> slices(List<String> all, int limit) {
        List<String> passed = new ArrayList<>();
        Page<String> page = slice(all, first(limit));
        passed.addAll(page.items());
        while (page.next() != null && passed.size() <= all.size()) {
            page = slice(all, after(page, limit));
            passed.addAll(page.items());
        }
        return passed;
    }

    private static Page<String> slice(List<String> all, PageRequest request) {
        return Page.slice(all, request, Function.identity());
    }

    private static PageRequest first(int limit) {
        return PageRequests.of(THINGS, limit, null);
    }

    private static PageRequest after(Page<?> page, int limit) {
        return PageRequests.of(THINGS, limit, page.next());
    }
}
