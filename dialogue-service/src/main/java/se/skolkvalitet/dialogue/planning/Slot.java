package se.skolkvalitet.dialogue.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.LongStream;

/**
 * A time at which a meeting can be held, in Swedish local time.
 *
 * @param startHour first hour, 0–23
 * @param endHour the hour at which it ends
 */
public record Slot(LocalDate day, int startHour, int endHour) implements Comparable<Slot> {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int HOURS = 24;

    /** The slot that a stored meeting takes up. */
    public static Slot between(OffsetDateTime start, OffsetDateTime end) {
        ZonedDateTime from = start.atZoneSameInstant(SWEDEN);
        return new Slot(
                from.toLocalDate(),
                from.getHour(),
                end.atZoneSameInstant(SWEDEN).getHour());
    }

    /** Hours since an arbitrary beginning, for comparing slots of different days. */
    public long startsAt() {
        return day.toEpochDay() * HOURS + startHour;
    }

    public long endsAt() {
        return day.toEpochDay() * HOURS + endHour;
    }

    /** Each hour that it takes, since the same beginning. */
    LongStream hours() {
        return LongStream.range(startsAt(), endsAt());
    }

    public boolean overlaps(Slot other) {
        return startsAt() < other.endsAt() && other.startsAt() < endsAt();
    }

    /** When a day begins. */
    public static Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(SWEDEN).toInstant();
    }

    public OffsetDateTime start() {
        return at(startHour);
    }

    public OffsetDateTime end() {
        return at(endHour);
    }

    private OffsetDateTime at(int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(SWEDEN).toOffsetDateTime();
    }

    @Override
    public int compareTo(Slot other) {
        return Long.compare(startsAt(), other.startsAt());
    }
}
