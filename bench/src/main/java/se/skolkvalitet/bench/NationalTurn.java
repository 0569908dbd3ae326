package se.skolkvalitet.bench;

import se.skolkvalitet.bench.Figures.Pair;

/**
 * Import, calculation and the calculation after a correction, each beside its yardstick, once.
 *
 * @param heap what indicator-service kept of it during the import
 * @param copy the first statement of the import's yardstick
 * @param insert the second
 * @param copying of the values of the calculation after the correction
 * @param values how many these are, and those of the calculation before
 */
record NationalTurn(
        Jobs.Done imported,
        String heap,
        double copy,
        double insert,
        Jobs.Done calculated,
        double groupBys,
        Jobs.Done following,
        double copying,
        long values) {

    Pair importFromUpload() {
        return new Pair(imported.seconds(), copy + insert);
    }

    Pair importAtWork() {
        return new Pair(imported.secondsAtWork(), copy + insert);
    }

    Pair calculation() {
        return new Pair(calculated.secondsAtWork(), groupBys);
    }

    Pair calculationFollowing() {
        return new Pair(following.secondsAtWork(), copying);
    }

    int indicators() {
        return calculated.report().path("indicators").asInt();
    }

    long takenOver() {
        return following.report().path("takenOver").path("values").asLong();
    }

    @Override
    public String toString() {
        return ("import %.1f s, at work %.1f s, heap %s; COPY %.1f s, INSERT %.1f s; calculation %.1f s; GROUP BYs %.1f s;"
                        + " after a correction %.1f s; copying %.1f s")
                .formatted(
                        imported.seconds(),
                        imported.secondsAtWork(),
                        heap,
                        copy,
                        insert,
                        calculated.secondsAtWork(),
                        groupBys,
                        following.secondsAtWork(),
                        copying);
    }
}
