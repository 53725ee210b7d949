package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.config.Identity;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.membership.BanUser;
import org.hirundo.application.membership.KickUser;
import org.hirundo.application.membership.KnockOnRoom;
import org.hirundo.application.membership.UnbanUser;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.auth.JudgedEvent;
import org.hirundo.domain.auth.Verdict;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.event.ContentHash;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventSignatures;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a room in every room version there is. */
public abstract class RoomVersionStory extends RoomStory {

    private static Stream<RoomVersion> versions() {
        return RoomVersion.supported().stream();
    }

    /** The versions from one on, by the number that is their id. */
    private static boolean isAtLeast(RoomVersion version, int first) {
        return Integer.parseInt(version.id()) >= first;
    }

    private RoomId aRoom(RoomVersion version) {
        return created(aPublicRoomOf(ALICE, Optional.of(version.id())));
    }

    private void setsJoinRule(RoomId room, JsonObject content) {
        sets(ALICE, room, EventType.JOIN_RULES, content);
    }

    private void bans(RoomId room, Requester user) {
        the(BanUser.class).ban(new BanUser.Ban(ALICE, room, user.user(), Optional.of("Cheating at cards")));
    }

    private void unbans(RoomId room, Requester user) {
        the(UnbanUser.class).unban(new UnbanUser.Unban(ALICE, room, user.user(), Optional.empty()));
    }

    private void kicks(Requester kicker, RoomId room, Requester user) {
        the(KickUser.class).kick(new KickUser.Kick(kicker, room, user.user(), Optional.empty()));
    }

    private void knocks(RoomId room, Requester user) {
        the(KnockOnRoom.class).knock(new KnockOnRoom.Knock(user, new RoomReference.ById(room), Optional.empty()));
    }

    private EventId redacts(Requester user, RoomId room, EventId target) {
        return the(RedactEvent.class)
                .redact(new RedactEvent.Redact(
                        user, room, target, new TransactionId("redact " + target), Optional.of("typo")));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void people_are_invited_come_talk_take_back_and_are_shown_out(RoomVersion version) {
        var room = aRoom(version);
        setsJoinRule(room, JsonObject.of("join_rule", "invite"));
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
        invites(ALICE, room, BOB);
        joins(BOB, room);

        var oops = says(BOB, room, "oops");
        says(BOB, room, "hello");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "swallows"));
        assertThatThrownBy(() -> sets(BOB, room, EventType.TOPIC, JsonObject.of("topic", "crows")))
                .isInstanceOf(Forbidden.class);
        redacts(BOB, room, oops);
        var mine = says(ALICE, room, "mine");
        assertThatThrownBy(() -> redacts(BOB, room, mine)).isInstanceOf(Forbidden.class);

        assertThatThrownBy(() -> kicks(BOB, room, ALICE)).isInstanceOf(Forbidden.class);
        kicks(ALICE, room, BOB);
        assertThatThrownBy(() -> says(BOB, room, "but")).isInstanceOf(Forbidden.class);
        bans(room, BOB);
        assertThatThrownBy(() -> invites(ALICE, room, BOB)).isInstanceOf(Forbidden.class);
        setsJoinRule(room, JsonObject.of("join_rule", "public"));
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
        unbans(room, BOB);
        joins(BOB, room);

        restart();
        says(BOB, room, "I am back");
        assertThat(texts(ALICE, room)).containsExactly("(redacted)", "hello", "mine", "I am back");
        assertThat(state(BOB, room, EventType.TOPIC)).contains(JsonObject.of("topic", "swallows"));
        assertStandsAlone(version, room);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void knocking_begins_with_version_7(RoomVersion version) {
        var room = aRoom(version);
        setsJoinRule(room, JsonObject.of("join_rule", "knock"));

        assertKnocking(room, isAtLeast(version, 7));
        assertStandsAlone(version, room);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void members_of_another_room_come_in_from_version_8_on(RoomVersion version) {
        var room = aRoom(version);
        setsJoinRule(room, restricted("restricted", aRoom(version)));

        assertRestriction(room, isAtLeast(version, 8));
        assertThatThrownBy(() -> knocks(room, CAROL)).isInstanceOf(Forbidden.class);
        assertStandsAlone(version, room);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void members_of_another_room_come_in_and_others_knock_from_version_10_on(RoomVersion version) {
        var room = aRoom(version);
        setsJoinRule(room, restricted("knock_restricted", aRoom(version)));

        assertKnocking(room, isAtLeast(version, 10));
        assertRestriction(room, isAtLeast(version, 10));
        assertStandsAlone(version, room);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void who_created_a_room_steps_down_unless_it_is_of_version_12(RoomVersion version) {
        var room = aRoom(version);
        joins(BOB, room);
        var levels = state(ALICE, room, EventType.POWER_LEVELS).orElseThrow();
        var bobs = JsonObject.of(BOB.user().toString(), new JsonInteger(100));

        if (isAtLeast(version, 12)) {
            var demoted = bobs.with(ALICE.user().toString(), 0);
            assertThatThrownBy(() -> sets(ALICE, room, EventType.POWER_LEVELS, levels.with("users", demoted)))
                    .isInstanceOf(Forbidden.class);
            sets(ALICE, room, EventType.POWER_LEVELS, levels.with("users", bobs));
            assertThatThrownBy(() -> kicks(BOB, room, ALICE)).isInstanceOf(Forbidden.class);
        } else {
            sets(ALICE, room, EventType.POWER_LEVELS, levels.with("users", bobs));
            kicks(BOB, room, ALICE);
            assertThat(membership(ALICE.user(), room)).contains(Membership.LEAVE);
        }
        says(BOB, room, "well");
    }

    @ParameterizedTest
    @MethodSource("versions")
    @Tag("easily-missed-30")
    void levels_are_sent_as_integers_also_where_a_version_would_take_text(RoomVersion version) {
        var room = aRoom(version);
        var levels = state(ALICE, room, EventType.POWER_LEVELS).orElseThrow();

        assertThatThrownBy(() -> sets(ALICE, room, EventType.POWER_LEVELS, levels.with("ban", "50")))
                .isInstanceOf(BadJson.class);
        sets(ALICE, room, EventType.POWER_LEVELS, levels.with("ban", 60));
    }

    private static JsonObject restricted(String rule, RoomId club) {
        var condition = JsonObject.of("type", "m.room_membership").with("room_id", club.value());
        return JsonObject.of("join_rule", rule).with("allow", JsonArray.of(condition));
    }

    private void assertKnocking(RoomId room, boolean known) {
        if (known) {
            knocks(room, CAROL);
            assertThat(membership(CAROL.user(), room)).contains(Membership.KNOCK);
            assertThatThrownBy(() -> joins(CAROL, room)).isInstanceOf(Forbidden.class);
            invites(ALICE, room, CAROL);
            joins(CAROL, room);
        } else {
            assertThatThrownBy(() -> knocks(room, CAROL)).isInstanceOf(Forbidden.class);
        }
    }

    private void assertRestriction(RoomId room, boolean known) {
        var club = RoomId.parse(state(ALICE, room, EventType.JOIN_RULES)
                .flatMap(rules -> rules.array("allow"))
                .flatMap(allow -> allow.objectsIn().findFirst())
                .flatMap(condition -> condition.string("room_id"))
                .orElseThrow());
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
        joins(BOB, club);
        if (!known) {
            assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
            setsJoinRule(room, JsonObject.of("join_rule", "public"));
        }
        joins(BOB, room);
    }

    /** What another server would see to: form, id, hash, signature, and the right to be, by what each event cites. */
    private void assertStandsAlone(RoomVersion version, RoomId room) {
        var events = events(room);
        var known = events.values().stream()
                .collect(Collectors.toMap(event -> event.event().id(), event -> new JudgedEvent(event.event(), false)));
        for (var stored : events.values()) {
            var event = stored.event();
            assertThat(version.events().parse(event.json())).isEqualTo(event);
            assertThat(ContentHash.matches(event)).isEqualTo(stored.redactedBy().isEmpty());
            assertSigned(event);
            assertThat(version.auth().checkAuthEvents(event, known)).isEqualTo(new Verdict.Allowed());
            assertThat(event.json().array("prev_events"))
                    .contains(JsonArray.of(
                            event.prevEvents(), id -> reference(known.get(id).event())));
            assertThat(event.json().array("auth_events"))
                    .contains(JsonArray.of(
                            event.authEvents(), id -> reference(known.get(id).event())));
        }
    }

    private void assertSigned(Event event) {
        var key = the(Identity.class).signingKey();
        var ed25519 = the(Ed25519.class);
        var signatures = EventSignatures.of(event);
        assertThat(signatures.required()).containsExactly(Server.NAME);
        assertThat(signatures
                        .verify(Server.NAME, key.id(), key.publicKey(ed25519), ed25519)
                        .isValid())
                .isTrue();
    }

    /** How another event cites this one: from version 3 on by its id, before by its reference hash too. */
    private static JsonValue reference(Event event) {
        var id = new JsonString(event.id().value());
        var hash = Hashes.sha256(Signatures.signedBytes(
                event.roomVersion().redaction().apply(event).json()));
        return isAtLeast(event.roomVersion(), 3)
                ? id
                : JsonArray.of(id, JsonObject.of("sha256", UnpaddedBase64.encode(hash)));
    }

    /** All events of the room. */
    private Map<EventId, StoredEvent> events(RoomId room) {
        var found = new HashMap<EventId, StoredEvent>();
        Set<EventId> wanted = head(room).forwardExtremities().keySet();
        while (!wanted.isEmpty()) {
            var read = storage().events().events(wanted);
            found.putAll(read);
            wanted = read.values().stream()
                    .flatMap(event -> event.event().prevEvents().stream())
                    .filter(id -> !found.containsKey(id))
                    .collect(Collectors.toSet());
        }
        return found;
    }
}
