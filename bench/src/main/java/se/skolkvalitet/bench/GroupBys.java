package se.skolkvalitet.bench;

import java.util.List;

/** The yardstick of a calculation: the figures of units added up by the database, level by level, and nothing else. */
final class GroupBys {
    static final String TITLE = "`GROUP BY`s";
    static final String MEASURED = "four bare `GROUP BY`s over the same rows joined to their unit, by organiser,"
            + " municipality and county and for the nation, each by measure, school form, sex and period, written nowhere.";

    /** What is grouped by at each level; the nation is one group. */
    private static final List<String> LEVELS = List.of("organiser, ", "municipality, ", "county, ", "");

    /** Sums that nobody reads would not be made. */
    private static final String GROUP_BY = """
            select count(*), sum(figures), sum(total)
            from (
                select ${level}measure, school_form, sex, period, count(value) as figures, sum(value) as total
                from observation
                join school_unit on school_unit.code = observation.area
                where superseded_by is null and level = 'school-unit'
                group by ${level}measure, school_form, sex, period
            ) as grouped""";

    private GroupBys() {}

    static double seconds(Database database) {
        return Stopwatch.secondsOf(() -> LEVELS.forEach(level -> database.number(GROUP_BY.replace("${level}", level))));
    }
}
