package se.skolkvalitet.indicator.value;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** How the values of a release are written into a file. */
interface ValueFormat {
    /** The name of the file. */
    String file();

    String mediaType();

    /** Writes what comes before the first value. */
    Lines begin(OutputStream to) throws IOException;

    /** A file on its way; closing it ends it. */
    interface Lines extends Closeable {
        void write(Value value) throws IOException;
    }
}
