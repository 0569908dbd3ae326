package se.skolkvalitet.stack.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.skolkvalitet.embedded.EmbeddedDatabases;
import se.skolkvalitet.stack.LocalStack;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.StackOptions;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.sample.Sample;

/**
 * What a version leaves behind for the upgrade tests of all later ones: for each service its database after the main job
 * on the made-up sample and what else happens in a year ({@code <service>.sql.gz}), and what it answered then ({@code <service>.ndjson}).
 */
public final class SampleOfRelease {
    private static final long SEED = 2026;

    /** Tables of the kit, the same everywhere, of which not every service has a use. */
    private static final Set<String> OF_ALL_SERVICES =
            Set.of("dead_letter", "inbox", "job", "job_progress", "line_fault", "upload", "upload_part");

    private SampleOfRelease() {}

    /** Arguments: the project's root, with the services packaged; the folder to write. */
    public static void main(String[] arguments) throws IOException, SQLException {
        write(Path.of(arguments[0]), Path.of(arguments[1]), System.out::println);
    }

    /**
     * Runs the packaged services once around and writes the sample into the folder.
     *
     * @throws IllegalStateException where that leaves a table empty: a later migration that no row has gone through is one
     *     that has not been tried
     */
    public static void write(Path projectRoot, Path folder, Consumer<String> progress)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        Path data = Files.createTempDirectory("sample-of-release");
        try {
            runOnceAround(projectRoot, data, folder, progress);
            dump(data, folder);
        } finally {
            delete(data);
        }
    }

    /** Where the database of a service is in a sample. */
    public static Path databaseOf(ServiceKind service, Path sample) {
        return sample.resolve(service.artifact() + ".sql.gz");
    }

    /** Where the answers of a service are in a sample. */
    public static Path answersOf(ServiceKind service, Path sample) {
        return sample.resolve(service.artifact() + ".ndjson");
    }

    private static void runOnceAround(Path projectRoot, Path data, Path folder, Consumer<String> progress)
            throws IOException {
        Path source = data.resolve("sample");
        Sample.write(source, SEED);
        StackOptions options =
                StackOptions.onFreePorts(projectRoot, Optional.of(source)).in(data);
        try (LocalStack stack = LocalStack.start(options, progress)) {
            EverydayLife life = new EverydayLife(stack, source, data);
            life.beforeTheMainJob();
            Summary summary = MainJob.run(stack::url, source, progress);
            if (!summary.isGood()) {
                throw new IllegalStateException("the main job did not go well:\n" + summary.text());
            }
            life.afterTheMainJob();
            for (ServiceKind service : ServiceKind.values()) {
                Answers answers = new Answers(stack.url(service));
                ask(service, answers);
                answers.write(answersOf(service, folder));
            }
        }
    }

    /** A handful for each service, with every resource that holds data among them. */
    private static void ask(ServiceKind service, Answers answers) {
        switch (service) {
            case FRAMEWORK -> askFramework(answers);
            case REGIONAL_OFFICE -> askRegionalOffice(answers);
            case INDICATOR -> askIndicator(answers);
            case DIALOGUE -> askDialogue(answers);
        }
    }

    private static void askFramework(Answers answers) {
        answers.ask("/v1/school-forms");
        answers.ask("/v1/editions");
        answers.ask("/v1/editions/1");
        answers.ask("/v1/editions/2");
        for (String parts : List.of("goals", "sub-goals", "indicators", "success-factors")) {
            answers.ask("/v1/editions/1/" + parts + "?limit=3");
        }
    }

    private static void askRegionalOffice(Answers answers) {
        answers.ask("/v1/counties");
        answers.ask("/v1/municipalities?limit=5");
        answers.ask("/v1/offices");
        answers.ask("/v1/advisers?limit=5");
        String organiser =
                answers.ask("/v1/organisers?limit=5").at("/items/0/orgNumber").asText();
        answers.ask("/v1/organisers/" + organiser);
        answers.ask("/v1/organisers/" + organiser + "/office");
        String unit =
                answers.ask("/v1/school-units?limit=5").at("/items/0/code").asText();
        answers.ask("/v1/school-units/" + unit);
        answers.ask("/v1/school-units?limit=1000");
        answers.ask("/v1/organisers?limit=1000");
        answers.ask("/v1/register");
        askJobs(answers, "/v1/register-imports");
        answers.ask("/v1/register-imports/latest/faults");
    }

    /** All of a kind, and one by one those that went well and those that did not. */
    private static void askJobs(Answers answers, String path) {
        for (JsonNode job : answers.ask(path).path("items")) {
            answers.ask(path + "/" + job.path("id").asText());
        }
    }

    private static void askIndicator(Answers answers) {
        answers.ask("/v1/indicators");
        answers.ask("/v1/measures");
        answers.ask("/v1/releases");
        answers.ask("/v1/values?level=county&limit=20");
        answers.ask("/v1/values?level=school-unit&limit=20");
        String value = answers.ask("/v1/values?level=nation&limit=20")
                .at("/items/0/id")
                .asText();
        answers.ask("/v1/values/" + value + "/provenance?limit=5");
        String organiser =
                answers.ask("/v1/analyses?limit=3").at("/items/0/organiser").asText();
        answers.ask("/v1/analyses/" + organiser);
        askJobs(answers, "/v1/imports");
        answers.ask("/v1/imports/latest/faults");
        answers.ask("/v1/unit-codes");
        askJobs(answers, "/v1/unit-code-imports");
        askJobs(answers, "/v1/calculations");
        askJobs(answers, "/v1/release-publications");
        answers.ask("/v1/dead-letters");
    }

    private static void askDialogue(Answers answers) {
        String round = answers.ask("/v1/rounds").at("/items/0/code").asText();
        answers.ask("/v1/rounds/" + round);
        answers.ask("/v1/rounds/" + round + "/plan");
        String dialogue = answers.ask("/v1/dialogues?limit=5").at("/items/0/id").asText();
        answers.ask("/v1/dialogues/" + dialogue);
        answers.ask("/v1/dialogues/" + dialogue + "/meetings");
        answers.ask("/v1/dialogues?round=round-2&limit=5");
        askJobs(answers, "/v1/plannings");
        answers.ask("/v1/dead-letters");
    }

    private static void dump(Path data, Path folder) throws IOException, SQLException {
        List<String> names =
                Arrays.stream(ServiceKind.values()).map(ServiceKind::database).toList();
        Map<String, Long> rows = new TreeMap<>();
        try (EmbeddedDatabases databases = EmbeddedDatabases.start(data.resolve("postgres"), names)) {
            for (ServiceKind service : ServiceKind.values()) {
                String name = service.database();
                try (Connection connection = DriverManager.getConnection(databases.jdbcUrl(name), name, name);
                        var file = Files.newOutputStream(databaseOf(service, folder))) {
                    Dump.write(connection, file)
                            .forEach((table, count) -> rows.merge(named(service, table), count, Long::sum));
                }
            }
        }
        List<String> empty =
                rows.keySet().stream().filter(table -> rows.get(table) == 0).toList();
        if (!empty.isEmpty()) {
            throw new IllegalStateException("the sample has no row of " + String.join(", ", empty));
        }
    }

    private static String named(ServiceKind service, String table) {
        return OF_ALL_SERVICES.contains(table) ? table : service.database() + "." + table;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
