package se.skolkvalitet.stack.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.stack.mainjob.FirstRound.Candidate;

class FirstRoundTest {
    private static final List<String> COUNTIES = List.of("01", "12", "14", "25");

    @Test
    void invitesEveryoneWhereTheyAreFew() {
        List<Candidate> few = independent(FirstRound.MOST_FOR_ALL);

        assertThat(FirstRound.isTooLargeForAll(few)).isFalse();
        assertThat(FirstRound.size(few)).isEqualTo(FirstRound.MOST_FOR_ALL);
    }

    @Test
    void invites200DifferentOnesWhereTheyAreMany() {
        List<Candidate> many = independent(FirstRound.MOST_FOR_ALL + 1);

        assertThat(FirstRound.isTooLargeForAll(many)).isTrue();
        assertThat(FirstRound.invited(many)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void invitesFromEveryKindAndCountyAlikeAndAllWhereThereAreFewOfAKind() {
        List<Candidate> many = independent(1000);
        many.add(new Candidate("state", "state", "01", 9));

        Map<String, Long> counties = FirstRound.invited(many).stream()
                .map(byNumber(many)::get)
                .filter(candidate -> candidate.kind().equals("independent"))
                .collect(Collectors.groupingBy(Candidate::county, Collectors.counting()));

        assertThat(FirstRound.invited(many)).contains("state");
        assertThat(counties.keySet()).containsExactlyInAnyOrderElementsOf(COUNTIES);
        assertThat(counties.values()).allSatisfy(count -> assertThat(count).isBetween(49L, 50L));
    }

    @Test
    void invitesTheLargestAndTheSmallestByTurns() {
        List<Candidate> many = new ArrayList<>();
        for (int units = 1; units <= 600; units++) {
            many.add(new Candidate("n%03d".formatted(units), "independent", "01", units));
        }

        assertThat(FirstRound.invited(many)).startsWith("n600", "n001", "n599", "n002");
    }

    @Test
    void invitesTheSameWhateverTheOrder() {
        List<Candidate> shuffled = independent(1000);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(FirstRound.invited(shuffled)).isEqualTo(FirstRound.invited(independent(1000)));
    }

    private static List<Candidate> independent(int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String county = COUNTIES.get(i % COUNTIES.size());
            candidates.add(new Candidate("n%04d".formatted(i), "independent", county, 1 + i % 7));
        }
        return candidates;
    }

    private static Map<String, Candidate> byNumber(List<Candidate> candidates) {
        return candidates.stream().collect(Collectors.toMap(Candidate::number, Function.identity()));
    }
}
