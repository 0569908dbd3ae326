package se.skolkvalitet.kit.test.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

/** Lets {@link AnswerCheck} see every answer that a test of a service gets through RestAssured. */
public class AnswersKeepTheContract implements QuarkusTestBeforeEachCallback {
    private AnswerCheck check;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        if (check == null && Contract.isThere(service)) {
            check = new AnswerCheck(Contract.of(service));
        }
        if (check != null) {
            RestAssured.replaceFiltersWith(check);
        }
    }
}
