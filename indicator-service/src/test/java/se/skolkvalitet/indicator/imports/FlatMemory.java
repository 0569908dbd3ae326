package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Long files whose reader is looked at when it asks for the last line: what it holds then has grown with the file, or has
 * not.
 */
final class FlatMemory {
    private static final long MOST = 16L * 1024 * 1024;

    private FlatMemory() {}

    /**
     * A file whose reader fails where it holds much when it comes to the last line.
     *
     * @param line the text of a number from 0, with what ends it
     */
    static Supplier<InputStream> file(int lines, IntFunction<String> line) {
        long before = held();
        return () -> new MadeUpFile(lines, number -> {
            if (number == lines - 1) {
                assertThat(held() - before).as("bytes that the reader holds").isLessThan(MOST);
            }
            return line.apply(number);
        });
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
