package se.skolkvalitet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a release, checked as anybody may, and only read. */
final class CheckedFiles {
    static final String TITLE = "reading the same files";

    private static final String JAR = "certificate/target/check.jar";
    private static final String HEAP = "-Xmx512m";
    private static final String RIGHT = "proofs are right";
    private static final String PROOF = ".zip";
    private static final String JSON = ".json";

    private final Path jar;
    private final Path folder;
    private String said = "";

    CheckedFiles(Path root, Path folder) {
        this.jar = root.resolve(JAR);
        this.folder = folder;
    }

    /** By the packaged command, as a process of its own. */
    void check() {
        said = Tool.output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-jar",
                jar.toString(),
                folder.toString()));
        if (!said.contains(RIGHT)) {
            throw new BenchFailed("The release is not right: " + said);
        }
    }

    /** What it says at its end. */
    String said() {
        return said.strip().lines().reduce((one, other) -> other).orElse("");
    }

    /** Every byte of them, proofs unpacked, and JSON token by token. */
    void read() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    if (file.toString().endsWith(PROOF)) {
                        readProof(new ZipInputStream(in));
                    } else {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (IOException e) {
            throw new BenchFailed("could not read " + folder, e);
        }
    }

    private static void readProof(ZipInputStream proof) throws IOException {
        for (ZipEntry entry = proof.getNextEntry(); entry != null; entry = proof.getNextEntry()) {
            if (entry.getName().endsWith(JSON)) {
                JsonTokens.read(proof);
            } else {
                proof.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
