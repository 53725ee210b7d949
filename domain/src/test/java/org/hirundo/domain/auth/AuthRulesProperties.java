package org.hirundo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.EventFixture;
import org.hirundo.domain.fixture.ForkedRoom;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonDecimal;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.RoomVersion;

class AuthRulesProperties {

    private static final RoomId ROOM = RoomId.parse("!room:example.org");

    private static final List<EventType> TYPES = List.of(
            EventType.CREATE,
            EventType.POWER_LEVELS,
            EventType.MEMBER,
            EventType.JOIN_RULES,
            EventType.THIRD_PARTY_INVITE,
            EventType.ALIASES,
            EventType.REDACTION,
            EventType.MESSAGE);

    private static final List<String> TEXTS = List.of(
            "",
            "@alice:example.org",
            "@bob:example.org",
            "example.org",
            "join",
            "invite",
            "leave",
            "ban",
            "knock",
            "public",
            "restricted",
            "token",
            "1",
            "12",
            " 50 ",
            "99999999999999999999999999");

    private static final List<String> NAMES = List.of(
            "membership",
            "join_authorised_via_users_server",
            "third_party_invite",
            "signed",
            "mxid",
            "token",
            "signatures",
            "public_key",
            "public_keys",
            "users",
            "events",
            "notifications",
            "users_default",
            "state_default",
            "ban",
            "kick",
            "invite",
            "creator",
            "additional_creators",
            "room_version",
            "m.federate",
            "join_rule",
            "@alice:example.org",
            "ed25519:1");

    /** Whatever a remote server sends and has sent: the rules come to a verdict. */
    @Property(tries = 1_000)
    void there_is_a_verdict_on_any_event_in_any_state(
            @ForAll("versions") RoomVersion version,
            @ForAll("actions") Action action,
            @ForAll("state") Map<StateTuple, JsonObject> contents) {
        var state = new HashMap<StateTuple, Event>();
        contents.forEach((tuple, content) -> state.put(
                tuple, event(version, Action.state(tuple.type(), tuple.stateKey(), content), "$" + tuple.type())));
        var event = event(version, action, "$event");

        var verdict = version.auth().check(event, AuthState.of(state));

        assertThat(verdict).isInstanceOfAny(Verdict.Allowed.class, Verdict.Denied.class);
        assertThat(version.auth().checkAuthEvents(event, Map.of())).isNotNull();
    }

    @Property(tries = 100)
    void the_verdict_depends_on_nothing_but_the_auth_types_and_the_create_event(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance).branches().getLast();
        for (var id : room.state().eventIds()) {
            var event = room.event(id);
            var looked = new HashSet<StateTuple>();
            var watched = new AuthState() {
                @Override
                public Optional<Event> get(StateTuple tuple) {
                    looked.add(tuple);
                    return room.authState().get(tuple);
                }

                @Override
                public Optional<Event> create() {
                    return room.authState().create();
                }
            };

            version.auth().check(event, watched);

            assertThat(version.auth().authTypesFor(event)).containsAll(looked);
        }
    }

    @Property(tries = 100)
    void an_accepted_event_is_accepted_again_by_the_same_state(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance).branches().getLast();
        for (var id : room.state().eventIds()) {
            var event = room.event(id);
            var cited = room.cited(event);
            var state =
                    AuthState.of(cited.values().stream().map(JudgedEvent::event).toList());

            // What is in the state of a room was accepted by what it cites, and what it cites never changes.
            assertThat(version.auth().check(event, state)).isEqualTo(new Verdict.Allowed());
            assertThat(version.auth().checkAuthEvents(event, cited)).isEqualTo(new Verdict.Allowed());
        }
    }

    @Provide
    Arbitrary<RoomVersion> versions() {
        return Arbitraries.of(RoomVersion.supported());
    }

    @Provide
    Arbitrary<Action> actions() {
        return Combinators.combine(Arbitraries.of(TYPES), Arbitraries.of(TEXTS).optional(), contents())
                .as((type, stateKey, content) -> new Action(type, stateKey, content, Optional.empty()));
    }

    @Provide
    Arbitrary<Map<StateTuple, JsonObject>> state() {
        var tuples = Combinators.combine(Arbitraries.of(TYPES), Arbitraries.of("", "@alice:example.org", "token"))
                .as(StateTuple::new);
        return Arbitraries.maps(tuples, contents()).ofMaxSize(8).map(state -> {
            var created = new HashMap<>(state);
            created.putIfAbsent(new StateTuple(EventType.CREATE, ""), JsonObject.EMPTY);
            return created;
        });
    }

    private static Arbitrary<JsonObject> contents() {
        return Arbitraries.maps(Arbitraries.of(NAMES), values(3)).ofMaxSize(5).map(JsonObject::of);
    }

    private static Arbitrary<JsonValue> values(int depth) {
        Arbitrary<JsonValue> texts = Arbitraries.of(TEXTS).map(JsonString::new);
        Arbitrary<JsonValue> numbers = Arbitraries.of(0L, 50L, 100L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)
                .map(JsonInteger::new);
        Arbitrary<JsonValue> others = Arbitraries.of(
                JsonNull.NULL, JsonBoolean.TRUE, JsonBoolean.FALSE, new JsonDecimal(new BigDecimal("1E300")));
        if (depth == 0) {
            return Arbitraries.oneOf(texts, numbers, others);
        }
        var inner = Arbitraries.lazy(() -> values(depth - 1));
        Arbitrary<JsonValue> objects =
                Arbitraries.maps(Arbitraries.of(NAMES), inner).ofMaxSize(3).map(JsonObject::of);
        Arbitrary<JsonValue> arrays = inner.list().ofMaxSize(3).map(JsonArray::new);
        return Arbitraries.oneOf(texts, numbers, others, objects, arrays);
    }

    private static Event event(RoomVersion version, Action action, String id) {
        return EventFixture.in(version)
                .of(ROOM, UserId.parse("@alice:example.org"), action)
                .inRoom(ROOM)
                .after(List.of(), 1)
                .citing(List.of())
                .at(1)
                .named(new EventId(id))
                .build();
    }
}
