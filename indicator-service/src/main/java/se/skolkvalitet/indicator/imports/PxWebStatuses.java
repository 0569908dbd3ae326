package se.skolkvalitet.indicator.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.PlainText;

/**
 * The signs beside the values of a dataset. They come after the values and few differ, so that a byte is kept for each cell
 * up to the last that has one.
 */
final class PxWebStatuses {
    /** More than sixty times what PxWebApi gives at a time. */
    static final int MOST_CELLS = 10_000_000;

    private static final int MOST_SIGNS = 100;
    private static final int LONGEST_SIGN = 40;

    private final List<String> signs = new ArrayList<>();
    private byte[] signOfCell = {};
    private String signOfAll;

    void putAll(String sign) {
        signOfAll = checked(sign);
    }

    void put(long cell, String sign) {
        if (sign == null) {
            return;
        }
        if (cell < 0 || cell >= MOST_CELLS) {
            throw new JobFailed("The status of cell %d is of no value of the dataset.".formatted(cell));
        }
        if (cell >= signOfCell.length) {
            signOfCell = Arrays.copyOf(signOfCell, (int) Math.min(MOST_CELLS, Math.max(cell + 1, cell * 2)));
        }
        signOfCell[(int) cell] = (byte) (placeOf(checked(sign)) + 1);
    }

    /** Null where there is none. */
    String of(int cell) {
        int place = cell < signOfCell.length ? signOfCell[cell] : 0;
        return place == 0 ? signOfAll : signs.get(place - 1);
    }

    private int placeOf(String sign) {
        int place = signs.indexOf(sign);
        if (place < 0) {
            if (signs.size() == MOST_SIGNS) {
                throw new JobFailed("The dataset has more than %d different statuses.".formatted(MOST_SIGNS));
            }
            signs.add(sign);
            place = signs.size() - 1;
        }
        return place;
    }

    private static String checked(String sign) {
        if (sign.length() > LONGEST_SIGN || !PlainText.isPlain(sign)) {
            throw new JobFailed("'%s' is no status.".formatted(PlainText.shown(sign, LONGEST_SIGN)));
        }
        return sign;
    }
}
