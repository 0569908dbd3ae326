package se.skolkvalitet.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Signs the statements that a class of the tests runs through the service's Jdbi, for {@link OneWayToWrite}. */
final class TestSigns implements TemplateEngine {
    private static final String OURS = "se.skolkvalitet.";
    private static final String KIT = "se.skolkvalitet.kit.test.";
    private static final Path TEST_CLASSES = Path.of("target", "test-classes");

    private final TemplateEngine engine;

    TestSigns(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public String render(String template, StatementContext context) {
        String sql = engine.render(template, context);
        return isOfATest() ? "/* by a test */ " + sql : sql;
    }

    /** Whose statement it is: the first of our classes that called Jdbi. */
    private static boolean isOfATest() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith(OURS) && !name.startsWith(KIT))
                .findFirst()
                .filter(TestSigns::isTest)
                .isPresent());
    }

    private static boolean isTest(String name) {
        return Files.exists(TEST_CLASSES.resolve(name.replace('.', '/') + ".class"));
    }
}
