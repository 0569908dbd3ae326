package se.skolkvalitet.kit.test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What SQL writes to, as far as the text of a source file tells: with or without schema, quotes, {@code only} and
 * comments, and by {@code Bulk}. What is pieced together further away than that is seen by {@link OneWayToWrite}.
 */
final class SqlWrites {
    private static final String QUOTE = "(?:\\\\?\")?";
    private static final String NAME = QUOTE + "[a-z_]\\w*" + QUOTE;
    private static final String TARGET = "(?:only\\s+)?" + NAME + "(?:\\s*\\.\\s*" + NAME + ")*";
    private static final String TARGETS = "(" + TARGET + "(?:\\s*,\\s*" + TARGET + ")*)";
    private static final String TWO_WORDS = "\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate\\s+table)";
    private static final String ONE_WORD = "(?<!\\bfor )(?<!\\bkey )\\b(?:update|truncate|copy)";

    private static final List<Pattern> WRITES = List.of(
            pattern("(?:" + TWO_WORDS + "|" + ONE_WORD + ")\\s+" + TARGETS),
            pattern("\\bBulk\\s*\\.\\s*into\\s*\\([^,()]*,\\s*\"" + TARGETS));

    /** The literal ends where the table should be named, or has a place for it. */
    private static final Pattern PIECED_TOGETHER =
            pattern("(?:" + TWO_WORDS + "\\s*|" + ONE_WORD + "\\s+)(?:only\\s*)?(?:\"(?![a-z_])|%|<|\\$\\{)");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|--[^\\n]*", Pattern.DOTALL);

    private SqlWrites() {}

    /** The tables that are written to, in lower case and without their schema. */
    static List<String> tables(String text) {
        return readings(text)
                .flatMap(reading -> WRITES.stream().map(write -> write.matcher(reading)))
                .flatMap(Matcher::results)
                .flatMap(write -> Arrays.stream(write.group(1).split(",")))
                .map(SqlWrites::name)
                .distinct()
                .toList();
    }

    /** Beginnings of statements that do not name their table. */
    static List<String> withoutTable(String text) {
        return readings(text)
                .map(PIECED_TOGETHER::matcher)
                .flatMap(Matcher::results)
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** With comments and without: what looks like one may be the text of a literal, and one may part two words. */
    private static Stream<String> readings(String text) {
        return Stream.of(text, COMMENT.matcher(text).replaceAll(" "));
    }

    private static String name(String target) {
        String bare = target.strip().replaceAll("[\\\\\"]", "").toLowerCase(Locale.ROOT);
        return bare.replaceFirst("^only\\s+", "").replaceFirst("^.*\\.\\s*", "").strip();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
