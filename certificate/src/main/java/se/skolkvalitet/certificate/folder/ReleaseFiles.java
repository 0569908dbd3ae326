package se.skolkvalitet.certificate.folder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The files of a release in a folder, with what the release says of them: {@code manifest.json}. */
public final class ReleaseFiles {
    private static final String MANIFEST = "manifest.json";
    private static final String PROOF = "application/zip";
    private static final String PROOF_NAME = ".zip";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    private final Path folder;
    private final Manifest manifest;

    private ReleaseFiles(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Manifest(String release, long tablesWithoutProof, List<File> files) {}

    /** A file as the manifest has it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record File(String name, String mediaType, long bytes, String sha256) {
        public boolean isProof() {
            return mediaType.equals(PROOF) || name.endsWith(PROOF_NAME);
        }

        public boolean hasValues() {
            return WithheldValues.areIn(name);
        }
    }

    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(MANIFEST));
    }

    /** @throws IOException where the manifest cannot be read */
    public static ReleaseFiles in(Path folder) throws IOException {
        Manifest manifest = MAPPER.readValue(folder.resolve(MANIFEST).toFile(), Manifest.class);
        if (manifest == null) {
            throw new IOException(MANIFEST + " is none");
        }
        return new ReleaseFiles(folder, manifest);
    }

    public String release() {
        return manifest.release();
    }

    /** How many tables have a proof that the release does not give out. */
    public long tablesWithoutProof() {
        return manifest.tablesWithoutProof();
    }

    public List<File> files() {
        return manifest.files();
    }

    /** What is wrong with a file; nothing where it is as it was published. */
    public Optional<String> fault(File file) throws IOException {
        Path path = path(file);
        if (!Files.exists(path)) {
            return Optional.of("is not there");
        }
        return sha256(path).equals(file.sha256()) && Files.size(path) == file.bytes()
                ? Optional.empty()
                : Optional.of("is not what was published");
    }

    /** @throws IllegalArgumentException where it is not as it should be */
    public ProofFile proof(File file) {
        try (InputStream from = Files.newInputStream(path(file))) {
            return ProofFile.read(from);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file.name(), e.getMessage()), e);
        }
    }

    /** @throws IllegalArgumentException where it is none of the folder's */
    public Path path(File file) {
        Path path = folder.resolve(file.name());
        if (!folder.equals(path.getParent())) {
            throw new IllegalArgumentException("%s is no file of the folder".formatted(file.name()));
        }
        return path;
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream from =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            from.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(from.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
