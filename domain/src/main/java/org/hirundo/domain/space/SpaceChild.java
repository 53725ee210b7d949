package org.hirundo.domain.space;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;

/**
 * A room that a space has, as its {@code m.space.child} says.
 *
 * @param event the event that says so
 * @param room the room
 * @param order where among the others the room is to be shown; empty when the event says nothing that counts
 * @param suggested whether the space recommends the room
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#mspacechild">m.space.child</a>
 */
public record SpaceChild(Event event, RoomId room, Optional<String> order, boolean suggested) {

    /** The {@code type} of rooms that are spaces. */
    public static final String SPACE = "m.space";

    /** Rooms of a space in the order in which they are shown (spec, "Ordering of children within a space"). */
    public static final Comparator<SpaceChild> SHOWN = Comparator.comparing(
                    (SpaceChild child) -> child.order().isEmpty())
            .thenComparing(child -> child.order().orElse(""))
            .thenComparing(child -> child.event().originServerTs())
            .thenComparing(child -> child.room().value());

    private static final Pattern ORDER = Pattern.compile("[\\x20-\\x7E]{1,50}");

    /** The child that the state event adds; empty when it adds none, as one that names no servers does not. */
    public static Optional<SpaceChild> of(Event event) {
        if (!event.isType(EventType.SPACE_CHILD) || !hasServers(event)) {
            return Optional.empty();
        }
        return event.stateKey()
                .flatMap(RoomId::find)
                .map(room -> new SpaceChild(
                        event,
                        room,
                        event.content().string("order").filter(order -> ORDER.matcher(order)
                                .matches()),
                        event.content().bool("suggested").orElse(false)));
    }

    private static boolean hasServers(Event event) {
        return event.content()
                .array("via")
                .orElse(JsonArray.EMPTY)
                .stringsIn()
                .findAny()
                .isPresent();
    }
}
