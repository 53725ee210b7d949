package org.hirundo.rest.common;

import java.util.Optional;
import org.hirundo.domain.event.Stickiness;
import org.jspecify.annotations.Nullable;

/** The query parameter by which clients make an event sticky (MSC4354). */
public final class StickyDuration {

    /** Its name. */
    public static final String NAME = "org.matrix.msc4354.sticky_duration_ms";

    private StickyDuration() {}

    /**
     * How long the event is to be sticky, if it is.
     *
     * @param millis the parameter's value, null when there is none
     * @throws org.hirundo.domain.error.InvalidParam when it is no such duration
     */
    public static Optional<Stickiness> of(@Nullable String millis) {
        return Query.text(millis).map(text -> Stickiness.ofMillis(Query.requiredNumber(NAME, text)));
    }
}
