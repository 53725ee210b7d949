package org.hirundo.application.timeline;

import java.util.regex.Pattern;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.error.InvalidParam;

/**
 * A place between two events of a room in graph order, {@code t<depth>_<position>}: just before the event at that position,
 * whether or not there is one.
 */
public record GraphToken(GraphPosition position) {

    private static final Pattern FORM = Pattern.compile("t(\\d{1,19})_(\\d{1,19})");

    /** The place before the position. */
    public static GraphToken of(GraphPosition position) {
        return new GraphToken(position);
    }

    /** The place before the event. */
    static GraphToken before(StoredEvent event) {
        return of(event.graphPosition());
    }

    /** The place after the event. */
    public static GraphToken after(StoredEvent event) {
        var next = new StreamPosition(event.position().value() + 1);
        return of(new GraphPosition(event.event().depth(), next));
    }

    /**
     * Reads a token.
     *
     * @throws InvalidParam when it is none of ours
     */
    public static GraphToken parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidParam("Not a pagination token: " + text);
        }
        try {
            return of(new GraphPosition(
                    Long.parseLong(matcher.group(1)), new StreamPosition(Long.parseLong(matcher.group(2)))));
        } catch (NumberFormatException tooLarge) {
            throw new InvalidParam("Not a pagination token: " + text);
        }
    }

    @Override
    public String toString() {
        return "t" + position.depth() + "_" + position.position().value();
    }
}
