package org.hirundo.application.room;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.event.EventPlace;
import org.hirundo.domain.event.MalformedEvent;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.room.RoomVersion;

/** What it takes to make events of drafts: who signs, what time it is, and the events known before. */
final class Drafting {

    private final EventStore events;
    private final Identity identity;
    private final Ed25519 ed25519;
    private final InstantSource clock;

    Drafting(EventStore events, Identity identity, Ed25519 ed25519, InstantSource clock) {
        this.events = events;
        this.identity = identity;
        this.ed25519 = ed25519;
        this.clock = clock;
    }

    /** Now, in milliseconds since the epoch. */
    long now() {
        return clock.millis();
    }

    /**
     * Hashes and signs the event.
     *
     * @throws TooLarge when the event would be too large
     * @throws BadJson when it would not have the format of the room version
     */
    Event build(RoomVersion version, EventDraft draft, EventPlace place, long originServerTs) {
        try {
            return version.events()
                    .build(draft, place, originServerTs, identity.server(), identity.signingKey(), ed25519);
        } catch (MalformedEvent.TooLarge e) {
            throw new TooLarge(e.reason());
        } catch (MalformedEvent e) {
            throw new BadJson(e.reason());
        }
    }

    /** The stored events of these ids. */
    Map<EventId, StoredEvent> stored(Set<EventId> ids) {
        return ids.isEmpty() ? Map.of() : events.events(ids);
    }

    /** The stored event of this id. */
    Optional<StoredEvent> stored(EventId id) {
        return Optional.ofNullable(stored(Set.of(id)).get(id));
    }
}
