package se.skolkvalitet.indicator.protection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.certificate.Checker;
import se.skolkvalitet.certificate.folder.ProofFile;
import se.skolkvalitet.certificate.folder.WithheldValues;
import se.skolkvalitet.kit.db.Store;

/** What is withheld of pupils in calculations, with the proofs. */
@Store
public class ProtectedTables {
    private static final TypeReference<List<WithheldByLevel>> LEVELS = new TypeReference<>() {};

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    /** All of a calculation, in the order of their numbers. */
    public List<WithheldTable> of(long calculation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select place, name, nullif(period, '') as period, cells, primary_cells, secondary_cells, told_cells,
                            equation_cells, cost, cost_at_least, width, levels, proof
                        from numbered_protection
                        where calculation = :calculation
                        order by place
                        """)
                .bind("calculation", calculation)
                .map((row, context) -> summary(row))
                .list());
    }

    /** The blocks of a table, in the order of its certificate; empty where the calculation gives out none of the number. */
    public Optional<List<WithheldBlock>> blocks(long calculation, long number) {
        return jdbi.withHandle(handle -> handle.createQuery("select files from numbered_protection"
                        + " where calculation = :calculation and place = :place and proof is not null")
                .bind("calculation", calculation)
                .bind("place", number)
                .mapTo(byte[].class)
                .findOne()
                .map(files -> WithheldBlock.of(read(files).certificate())));
    }

    /** What is wrong with the proofs of a calculation, also those that are not given out; nothing where all are right. */
    public List<String> wrongProofs(long calculation) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select name, period, files from numbered_protection where calculation = :calculation order by place")
                .bind("calculation", calculation)
                .setFetchSize(1)
                .map((row, context) -> wrong(row))
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    /**
     * What no value of a calculation may tell, by all its proofs, also those that are not given out.
     *
     * @throws IllegalArgumentException where one is not as it should be
     */
    public WithheldValues withheldValues(long calculation) {
        WithheldValues withheld = new WithheldValues();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select files from numbered_protection where calculation = :calculation order by place")
                .bind("calculation", calculation)
                .setFetchSize(1)
                .mapTo(byte[].class)
                .forEach(files -> withheld.add(read(files))));
        return withheld;
    }

    private static ProofFile read(byte[] files) {
        try {
            return ProofFile.read(new ByteArrayInputStream(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> wrong(ResultSet row) throws SQLException {
        String of = "%s in %s".formatted(row.getString("name"), row.getString("period"));
        try {
            ProofFile proof = ProofFile.read(new ByteArrayInputStream(row.getBytes("files")));
            return Checker.check(proof.table(), proof.certificate()).stream()
                    .map(finding -> "%s: %s".formatted(of, finding))
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of("%s: %s".formatted(of, e.getMessage()));
        }
    }

    private WithheldTable summary(ResultSet row) throws SQLException {
        return new WithheldTable(
                row.getLong("place"),
                row.getString("name"),
                row.getString("period"),
                new WithheldCounts(
                        row.getLong("cells"),
                        row.getLong("primary_cells"),
                        row.getLong("secondary_cells"),
                        row.getLong("told_cells"),
                        row.getLong("equation_cells"),
                        row.getLong("cost"),
                        row.getLong("cost_at_least")),
                row.getLong("width"),
                levels(row.getString("levels")),
                row.getString("proof"));
    }

    private List<WithheldByLevel> levels(String json) {
        try {
            return mapper.readValue(json, LEVELS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
