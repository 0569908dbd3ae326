package se.skolkvalitet.indicator.imports;

import java.io.InputStream;

/** Reads the files of one source, whose oddities end in it. Memory does not grow with the file. */
interface StatisticsReader {
    /**
     * Hands on every observation, and tells what is wrong. A line counts as a whole: with one fault in it nothing of it is
     * handed on.
     *
     * @return how many lines held something
     * @throws se.skolkvalitet.kit.jobs.JobFailed where the file as a whole is not of the source
     */
    long read(InputStream file, Reading reading);
}
