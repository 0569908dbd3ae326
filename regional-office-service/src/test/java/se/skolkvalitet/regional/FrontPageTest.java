package se.skolkvalitet.regional;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.FrontPages;

@QuarkusTest
class FrontPageTest {
    @Test
    void everyLinkLeadsSomewhere() {
        FrontPages.assertEveryLinkLeadsSomewhere();
    }

    @Test
    void theRepresentationIsTheOneAskedFor() {
        FrontPages.assertTheRepresentationIsTheOneAskedFor();
    }
}
