package se.skolkvalitet.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
    private static final Certificate CERTIFICATE = Certificate.of(List.of(new Certificate.Part(
            new TreeSet<>(List.of(0)),
            List.of(new Certificate.Secondary(1, new TreeSet<>(List.of(0)))),
            new TreeSet<>(List.of(4)),
            List.of(new Certificate.Sum(0, "", new TreeMap<>(Map.of("all by sex", 1L)))),
            List.of(new Certificate.Limit(3, new TreeMap<>(), new TreeMap<>(Map.of("all by sex", 1L)))),
            new TreeSet<>(List.of(2)),
            new BigDecimal("0.5"),
            new TreeMap<>(Map.of(0, new BigInteger("123456789012345678901234567890"))),
            new TreeMap<>(Map.of(
                    "somebody", new Certificate.OwnChange(BigInteger.TWO, new TreeMap<>(Map.of(0, BigInteger.TEN))))),
            List.of(new TreeMap<>(Map.of(0, new BigDecimal("1000000000.25"))), new TreeMap<>()),
            3,
            2,
            List.of(new Certificate.Derivation(
                    0, "somebody", new TreeMap<>(Map.of("all by sex", -1L)), new TreeSet<>(List.of(1)), 1500)))));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("certificate.json");
        CertificateFile.write(file, CERTIFICATE);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThat(CertificateFile.read(file)).isEqualTo(CERTIFICATE);
    }

    @Test
    void numbersAreWrittenInFull() throws IOException {
        assertThat(Files.readString(file)).contains("1000000000.25", "123456789012345678901234567890");
    }

    @Test
    void whatHasANullOrLacksSomethingIsNoCertificate() throws IOException {
        String text = Files.readString(file);
        for (String broken : List.of(
                text.replace("1000000000.25", "null"),
                text.replace("[ 2 ]", "[ null ]"),
                text.replace("[ 2 ]", "null"),
                text.replace("\"unproven\" : [ 2 ],", ""))) {
            assertThat(broken).isNotEqualTo(text);
            Files.writeString(file, broken);

            assertThatIOException().isThrownBy(() -> CertificateFile.read(file));
        }
    }
}
