package se.skolkvalitet.indicator;

import static se.skolkvalitet.indicator.testsupport.ThreeUnits.statistics;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ManyUnits;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;
import se.skolkvalitet.kit.test.contract.Reads;

/** What holds for all that can be read, on a service in which there is something of everything. */
@QuarkusTest
class ReadsTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoReleases() throws IOException {
        ManyUnits.register(jdbi);
        ManyUnits.publishWith(statistics());
        ManyUnits.publishWith(statistics().replace("203,2", "213,2"));
        ThreeUnits.draftWithFindings();
        uploaded("/v1/unit-codes?scheme=kolada-ou", "text/csv", "code,unit\nV1,10000001\nV2,10000002\n");
    }

    @Test
    void headIsAnsweredLikeGetWithItsTag() {
        Reads.assertHeadIsLikeGet("indicator-service", Map.of("orgNumber", "2120000142", "value", ManyUnits.EXPECTED));
    }

    @Test
    void aTypingErrorInAFilterNeverLooksLikeAnEmptyPage() {
        Reads.assertNoTypingErrorLooksLikeAnEmptyPage("indicator-service", Map.of());
    }

    @Test
    void aCursorBelongsToItsCollection() {
        Reads.assertACursorBelongsToItsCollection("indicator-service", Map.of());
    }
}
