package se.skolkvalitet.disclosure;

/**
 * What a primary cell needs.
 *
 * @param cells one of which has to be withheld; without any where nothing can be done
 */
record Need(int primary, OneOf cells) {
    boolean canBeMet() {
        return !cells.isEmpty();
    }
}
