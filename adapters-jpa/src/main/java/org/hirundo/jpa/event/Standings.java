package org.hirundo.jpa.event;

import org.hirundo.application.port.event.Standing;

/** The numbers that stand for standings in the column {@code standing}. */
final class Standings {

    /** The number of {@link Standing#ACCEPTED}. */
    static final int ACCEPTED = 0;

    private static final int SOFT_FAILED = 1;
    private static final int REJECTED = 2;
    private static final int OUTLIER = 3;

    private Standings() {}

    static int code(Standing standing) {
        return switch (standing) {
            case ACCEPTED -> ACCEPTED;
            case SOFT_FAILED -> SOFT_FAILED;
            case REJECTED -> REJECTED;
            case OUTLIER -> OUTLIER;
        };
    }

    static Standing standing(int code) {
        return switch (code) {
            case ACCEPTED -> Standing.ACCEPTED;
            case SOFT_FAILED -> Standing.SOFT_FAILED;
            case REJECTED -> Standing.REJECTED;
            case OUTLIER -> Standing.OUTLIER;
            default -> throw new IllegalStateException("The column standing holds " + code);
        };
    }
}
