package se.skolkvalitet.dialogue.round;

/** While a round was being planned another was saved that books the same people; a plan around its meetings goes well. */
class BookedMeanwhile extends RuntimeException {
    BookedMeanwhile(Throwable cause) {
        super("The plan books advisers at times at which they are in meetings of other rounds.", cause);
    }
}
