package org.hirundo.domain.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.json.JsonObject;

/**
 * How long an event is sticky after it was sent: for so long clients are told of it whatever else they miss.
 *
 * @param duration in whole milliseconds, at most {@link #MAX}
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4354">MSC4354</a>
 */
public record Stickiness(Duration duration) {

    /** The longest there is. */
    public static final Duration MAX = Duration.ofHours(1);

    /** The member of events that holds it, by the name it has until the proposal is accepted. */
    public static final String MEMBER = "msc4354_sticky";

    private static final String DURATION = "duration_ms";

    /**
     * Of so many milliseconds.
     *
     * @throws InvalidParam when it cannot be so long
     */
    public static Stickiness ofMillis(long millis) {
        if (!isDuration(millis)) {
            throw new InvalidParam("An event is sticky for 0 to " + MAX.toMillis() + " milliseconds");
        }
        return new Stickiness(Duration.ofMillis(millis));
    }

    /** What the member of an event says; empty when it says nothing that counts. */
    static Optional<Stickiness> read(JsonObject member) {
        return member.integer(DURATION).stream()
                .filter(Stickiness::isDuration)
                .mapToObj(millis -> new Stickiness(Duration.ofMillis(millis)))
                .findFirst();
    }

    private static boolean isDuration(long millis) {
        return millis >= 0 && millis <= MAX.toMillis();
    }

    /** What {@link #read} reads. */
    public JsonObject toJson() {
        return JsonObject.EMPTY.with(DURATION, duration.toMillis());
    }

    /** When an event that is sent then is sticky no more. */
    public Instant until(long originServerTs) {
        return Instant.ofEpochMilli(originServerTs).plus(duration);
    }

    /**
     * How long an event is sticky yet, in milliseconds; not positive once it is not. One that claims to be sent later than now was
     * sent now at the latest.
     */
    public long leftMillis(long originServerTs, long now) {
        return duration.toMillis() - Math.max(0, now - originServerTs);
    }
}
