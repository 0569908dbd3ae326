package se.skolkvalitet.indicator.imports;

import java.io.InputStream;
import java.util.function.Supplier;

/** Reads the files of one source, whose oddities end in it. Memory does not grow with the file. */
interface StatisticsReader {
    /**
     * Hands on every observation, and tells what is wrong. A line counts as a whole: with one fault in it nothing of it is
     * handed on.
     *
     * @param file opens it at its beginning, each time that it is asked
     * @return how many lines held something
     * @throws se.skolkvalitet.kit.jobs.JobFailed where the file as a whole is not of the source
     */
    long read(Supplier<InputStream> file, Reading reading);
}
