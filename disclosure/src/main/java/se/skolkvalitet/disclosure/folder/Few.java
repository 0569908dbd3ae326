package se.skolkvalitet.disclosure.folder;

import java.math.BigDecimal;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.disclosure.Cell;

/** A rule by which cells are primary that everybody is taken to know: those from the least to the most are, and no others. */
public record Few(BigDecimal least, BigDecimal most) {
    public Few {
        if (least.signum() < 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("Nothing lies between " + least + " and " + most);
        }
    }

    /**
     * A cell as everybody knows it to be by the rule.
     *
     * @throws IllegalArgumentException where it is not by it
     */
    public Cell known(Cell cell) {
        boolean isFew = cell.value().compareTo(least) >= 0 && cell.value().compareTo(most) <= 0;
        if (cell.kind() == Cell.Kind.OPEN) {
            return cell;
        }
        if (cell.value().compareTo(least) < 0 && !cell.isPrimary()) {
            // Withheld for others, it could be nothing else.
            return Cell.open(cell.name(), cell.value()).ownedBy(cell.owner());
        }
        if (cell.isPrimary() != isFew) {
            throw new IllegalArgumentException("%s is %s: by the rule that everybody knows it is %s"
                    .formatted(
                            cell.name(), cell.value().toPlainString(), cell.isPrimary() ? "not primary" : "primary"));
        }
        return cell.lyingBetween(
                isFew ? new Ends(least, most, false) : new Ends(most.add(BigDecimal.ONE), null, false));
    }
}
