package se.skolkvalitet.dialogue.dialogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.dialogue.planning.BookedMeeting;
import se.skolkvalitet.dialogue.planning.Slot;

/** Meetings in the database, where they are looked for without their dialogues. */
@ApplicationScoped
class MeetingRepository implements PanacheRepositoryBase<MeetingEntity, UUID> {

    /** Who is in a meeting, and when. */
    record Booking(UUID adviser, UUID spsmAdviser, String organiser, Instant startsAt, Instant endsAt) {
        BookedMeeting toBookedMeeting() {
            return new BookedMeeting(
                    adviser,
                    spsmAdviser,
                    organiser,
                    Slot.between(startsAt.atOffset(ZoneOffset.UTC), endsAt.atOffset(ZoneOffset.UTC)));
        }
    }

    /** Those that are held, wholly or in part, in a stretch of time. */
    List<BookedMeeting> ofOtherRounds(RoundCode round, Instant from, Instant to) {
        return find("dialogue.round <> ?1 and startsAt < ?3 and endsAt > ?2", round, from, to)
                .project(Booking.class)
                .stream()
                .map(Booking::toBookedMeeting)
                .toList();
    }
}
