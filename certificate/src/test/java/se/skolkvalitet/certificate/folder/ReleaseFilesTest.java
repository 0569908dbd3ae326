package se.skolkvalitet.certificate.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that are not what a release is made of. */
class ReleaseFilesTest {
    private static final String FILE =
            "{\"release\":\"2026.1\",\"tablesWithoutProof\":0,\"more\":1,\"files\":[{\"name\":\"%s\",\"mediaType\":\"application/zip\",\"bytes\":1,\"sha256\":\"0\"}]}";

    @TempDir
    private Path folder;

    private ReleaseFiles with(String manifest) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), manifest);
        return ReleaseFiles.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere.zip", "/etc/hostname", "a/b.zip", ""})
    void noFileOutsideOfTheFolderIsRead(String name) throws IOException {
        ReleaseFiles release = with(FILE.formatted(name));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> release.fault(release.files().get(0)))
                .withMessageContaining("no file of the folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"release\":\"2026.1\"}",
                "{\"release\":\"2026.1\",\"tablesWithoutProof\":0,\"files\":null}",
                "{\"release\":\"2026.1\",\"tablesWithoutProof\":0,\"files\":[null]}",
                "{\"release\":\"2026.1\",\"tablesWithoutProof\":null,\"files\":[]}",
                "{\"release\":\"2026.1\",\"tablesWithoutProof\":0,\"files\":[{\"name\":\"a\",\"mediaType\":null,\"bytes\":1,\"sha256\":\"0\"}]}"
            })
    void whatIsNoManifestIsNotTakenForOne(String manifest) {
        assertThatIOException().isThrownBy(() -> with(manifest));
    }

    /** Whatever it is said to be. */
    @Test
    void eachZipIsAProof() throws IOException {
        ReleaseFiles release = with(FILE.replace("application/zip", "text/csv").formatted("proof-001.zip"));

        assertThat(release.files()).allMatch(ReleaseFiles.File::isProof);
    }

    @Test
    void aProofWithoutACertificateIsToldByItsName() throws IOException {
        ReleaseFiles release = with(FILE.formatted("proof-001.zip"));
        try (OutputStream to = Files.newOutputStream(folder.resolve("proof-001.zip"));
                ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.putNextEntry(new ZipEntry(TableFiles.CELLS));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> release.proof(release.files().get(0)))
                .withMessageStartingWith("proof-001.zip: ");
        assertThat(release.fault(release.files().get(0))).hasValue("is not what was published");
    }
}
