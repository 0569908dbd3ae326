package se.skolkvalitet.indicator;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.EmbeddedStack;
import se.skolkvalitet.kit.test.contract.ContractRules;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = io.quarkus.test.common.TestResourceScope.GLOBAL)
class ContractTest {
    @Test
    void theServedContractIsTheCommittedOne() {
        Contracts.assertCommitted(
                "indicator-service", RestAssured.get("/openapi").asString());
    }

    @Test
    void everyCollectionPages() {
        ContractRules.assertEveryCollectionPages("indicator-service");
    }

    @Test
    void defaultsAndPatternsAreWhatJsonSchemaUnderstands() {
        ContractRules.assertSaysWhatJsonSchemaUnderstands("indicator-service");
    }

    @Test
    void textsInRequestsHaveAnEnd() {
        ContractRules.assertTextsHaveAnEnd("indicator-service");
    }

    @Test
    void everyOperationTellsHowItIsAnsweredWhenItGoesWell() {
        ContractRules.assertEverySuccessIsDescribed("indicator-service");
    }
}
