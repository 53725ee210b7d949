package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;

/**
 * Sends redactions, whichever endpoint they come by. Who may redact is checked here: since room version 3 the authorisation
 * rules let through a redaction that would do nothing.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#redactions">Redactions</a>
 */
@Singleton
final class Redactions {

    private final Rooms rooms;
    private final EventStore events;
    private final Identity identity;

    @Inject
    Redactions(Rooms rooms, EventStore events, Identity identity) {
        this.rooms = rooms;
        this.events = events;
        this.identity = identity;
    }

    /**
     * A redaction to send.
     *
     * @param content without the name of the target, whose place depends on the room version
     */
    record Redaction(Requester requester, RoomId room, EventId target, JsonObject content, SentAt sentAt) {}

    EventId send(Redaction redaction, Function<EventId, ClientTransaction> transaction) {
        var target = Optional.ofNullable(
                        events.events(Set.of(redaction.target())).get(redaction.target()))
                .map(StoredEvent::event)
                .filter(event -> event.roomId().equals(redaction.room()))
                .orElseThrow(() -> new NotFound("Event not found."));
        if (!isOwn(redaction, target)) {
            redaction.requester().refuseSuspended();
        }
        return rooms.write(redaction.room(), room -> {
            if (!may(redaction, room, target)) {
                throw new Forbidden("You may not redact the events of others");
            }
            var sent = append(redaction, room, target);
            var event = sent.last().id();
            return Change.of(sent, event, transaction.apply(event));
        });
    }

    /** Redacts those of the room's events that the requester may redact, in the same way. */
    void sendAll(Redaction redaction, Collection<Event> targets) {
        rooms.write(redaction.room(), room -> {
            var sent = room;
            for (var target : targets) {
                if (may(redaction, room, target)) {
                    sent = append(redaction, sent, target);
                }
            }
            return Change.of(sent, sent.id());
        });
    }

    private static RoomView append(Redaction redaction, RoomView room, Event target) {
        var draft =
                EventDraft.redaction(redaction.room(), redaction.requester().user(), target.id(), redaction.content());
        return redaction.sentAt().append(room, draft);
    }

    /** Whether the requester may redact it: who is suspended redacts nothing but their own events. */
    private boolean may(Redaction redaction, RoomView room, Event target) {
        return isOwn(redaction, target)
                || (!redaction.requester().suspended() && mayRedactOthers(redaction, room, target));
    }

    private boolean mayRedactOthers(Redaction redaction, RoomView room, Event target) {
        var levels = room.powerLevels();
        boolean asAdmin = redaction.requester().admin() && target.sender().isLocalTo(identity.server());
        return asAdmin || levels.levelOf(redaction.requester().user()) >= levels.redact();
    }

    private static boolean isOwn(Redaction redaction, Event target) {
        return target.sender().equals(redaction.requester().user());
    }
}
