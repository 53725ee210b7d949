package org.hirundo.benchmark;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hirundo.crypto.BouncyCastleEd25519;
import org.hirundo.domain.auth.AuthState;
import org.hirundo.domain.auth.JudgedEvent;
import org.hirundo.domain.auth.Verdict;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.InitialPowerLevels;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.EventSource;
import org.hirundo.domain.state.StateMap;

/**
 * A public room on one server that grows event by event, each of them authorised, hashed and signed as the server does it. A
 * {@link #fork} goes its own way from there on; the room knows the events of all its forks.
 */
final class SignedRoom implements EventSource {

    static final ServerName SERVER = ServerName.parse("example.org");
    static final UserId CREATOR = user(0);
    static final Ed25519 ED25519 = new BouncyCastleEd25519();
    static final SigningKey KEY = SigningKey.of(KeyId.parse("ed25519:1"), new byte[32]);

    private static final long FIRST_TS = 1_700_000_000_000L;

    private final Map<EventId, JudgedEvent> known;
    private final AtomicLong clock;
    private final RoomVersion version;
    private RoomId id = RoomId.parse("!room:example.org");
    private List<EventId> extremities = List.of();
    private StateMap state = StateMap.EMPTY;
    private long depth;

    private SignedRoom(RoomVersion version, Map<EventId, JudgedEvent> known, AtomicLong clock) {
        this.version = version;
        this.known = known;
        this.clock = clock;
    }

    /** A public room that the creator and so many others have joined. */
    static SignedRoom of(RoomVersion version, int others) {
        var room = new SignedRoom(version, new HashMap<>(), new AtomicLong(FIRST_TS));
        room.create();
        for (int number = 1; number <= others; number++) {
            room.joins(user(number));
        }
        return room;
    }

    private void create() {
        var content = JsonObject.of("room_version", version.id());
        boolean namedByEvent = !version.eventFormat().createNamesRoom();
        var created = accepts(
                draft(EventDraft.creation(namedByEvent ? Optional.empty() : Optional.of(id), CREATOR, content)));
        id = created.roomId();
        joins(CREATOR);
        sets(CREATOR, EventType.POWER_LEVELS, "", InitialPowerLevels.content(version, Set.of(CREATOR), true));
        sets(CREATOR, EventType.JOIN_RULES, "", JsonObject.of("join_rule", "public"));
    }

    static UserId user(int number) {
        return UserId.create("user" + number, SERVER);
    }

    RoomId id() {
        return id;
    }

    StateMap state() {
        return state;
    }

    /** The same room at this point, to go another way. */
    SignedRoom fork() {
        var fork = new SignedRoom(version, known, clock);
        fork.id = id;
        fork.extremities = extremities;
        fork.state = state;
        fork.depth = depth;
        return fork;
    }

    Event joins(UserId user) {
        return sets(
                user,
                EventType.MEMBER,
                user.toString(),
                JsonObject.of("membership", "join").with("displayname", "User " + user.localpart()));
    }

    Event sets(UserId user, EventType type, String stateKey, JsonObject content) {
        return accepts(draft(EventDraft.state(id, user, type, stateKey, content)));
    }

    Event says(UserId user, String text) {
        return accepts(draft(message(user, text)));
    }

    EventDraft message(UserId user, String text) {
        return EventDraft.message(
                id, user, EventType.MESSAGE, JsonObject.of("msgtype", "m.text").with("body", text));
    }

    /** The event that the draft becomes here, hashed and signed. */
    Event draft(EventDraft draft) {
        var cited = new LinkedHashSet<EventId>();
        for (var tuple : version.auth().authTypesFor(draft)) {
            state.get(tuple).ifPresent(cited::add);
        }
        return version.events()
                .build(
                        draft,
                        extremities,
                        List.copyOf(cited),
                        depth + 1,
                        clock.incrementAndGet(),
                        SERVER,
                        KEY,
                        ED25519);
    }

    /** What the rules say of the event here. */
    Verdict check(Event event) {
        return version.auth().check(event, authState());
    }

    private AuthState authState() {
        return tuple -> state.get(tuple)
                .flatMap(name -> Optional.ofNullable(known.get(name)))
                .map(JudgedEvent::event);
    }

    private Event accepts(Event event) {
        if (!(check(event) instanceof Verdict.Allowed)) {
            throw new IllegalStateException("Not allowed: " + event);
        }
        known.put(event.id(), new JudgedEvent(event, false));
        event.stateTuple().ifPresent(tuple -> state = state.with(tuple, event.id()));
        extremities = List.of(event.id());
        depth = event.depth();
        return event;
    }

    @Override
    public Map<EventId, JudgedEvent> events(Set<EventId> ids) {
        var found = new HashMap<EventId, JudgedEvent>();
        for (var wanted : ids) {
            var event = known.get(wanted);
            if (event != null) {
                found.put(wanted, event);
            }
        }
        return found;
    }

    @Override
    public Map<EventId, List<EventId>> authChains(Set<EventId> events) {
        var chains = new HashMap<EventId, List<EventId>>();
        var open = new ArrayDeque<>(events);
        var seen = new HashSet<>(events);
        while (!open.isEmpty()) {
            var event = known.get(open.remove());
            if (event != null) {
                var cited = event.event().authEvents();
                chains.put(event.event().id(), cited);
                cited.stream().filter(seen::add).forEach(open::add);
            }
        }
        return chains;
    }
}
