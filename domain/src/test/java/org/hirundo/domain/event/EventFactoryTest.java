package org.hirundo.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.JdkEd25519;
import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.crypto.TestKeys;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

class EventFactoryTest {

    private static final Ed25519 ED25519 = new JdkEd25519();
    private static final SigningKey KEY = TestKeys.OF_THE_SPECIFICATION;
    private static final ServerName EXAMPLE = ServerName.parse("example.org");
    private static final UserId ALICE = UserId.parse("@alice:example.org");
    private static final RoomId ROOM = RoomId.parse("!room:example.org");
    private static final long NOW = 1_700_000_000_000L;

    @InVersions
    void a_draft_becomes_an_event(RoomVersion version) {
        var draft = EventDraft.state(ROOM, ALICE, EventType.TOPIC, "", JsonObject.of("topic", "swallows"));
        var event = build(version, draft, 7);

        assertThat(event.roomId()).isEqualTo(ROOM);
        assertThat(event.sender()).isEqualTo(ALICE);
        assertThat(event.isState(EventType.TOPIC, "")).isTrue();
        assertThat(event.content()).isEqualTo(JsonObject.of("topic", "swallows"));
        assertThat(event.prevEvents()).containsExactly(new EventId("$prev:a"));
        assertThat(event.authEvents()).containsExactly(new EventId("$auth1:a"), new EventId("$auth2:a"));
        assertThat(event.depth()).isEqualTo(7);
        assertThat(event.originServerTs()).isEqualTo(NOW);
    }

    @InVersions
    void its_hash_and_its_signature_are_right(RoomVersion version) {
        var event = build(version, message("hi"), 1);

        assertThat(ContentHash.matches(event)).isTrue();
        assertThat(isSigned(event)).isTrue();
        assertThat(EventSignatures.of(event).required()).containsExactly(EXAMPLE);
    }

    @InVersions
    void so_they_are_after_it_was_sent(RoomVersion version) {
        var event = build(version, message("hi"), 1);
        var received = version.events().parse(JsonParser.parseObject(event.bytes()));

        assertThat(received).isEqualTo(event);
        assertThat(received.id()).isEqualTo(event.id());
        assertThat(ContentHash.matches(received)).isTrue();
        assertThat(isSigned(received)).isTrue();
    }

    @InVersions
    void redacted_it_keeps_its_id_and_signature_and_shows_that_it_was(RoomVersion version) {
        var event = build(version, message("hi"), 1);
        var redacted = version.redaction().apply(event);

        assertThat(redacted.id()).isEqualTo(event.id());
        assertThat(redacted).isNotEqualTo(event);
        assertThat(redacted.content()).isEqualTo(JsonObject.EMPTY);
        assertThat(isSigned(redacted)).isTrue();
        assertThat(ContentHash.matches(redacted)).isFalse();
        assertThat(version.events().parse(redacted.json())).isEqualTo(redacted);
        assertThat(version.redaction().apply(redacted)).isEqualTo(redacted);
    }

    @InVersions
    void who_changes_it_is_found_out(RoomVersion version) {
        var event = build(version, message("hi"), 1);
        var otherContent = version.events().parse(event.json().with("content", JsonObject.of("body", "ho")));
        var otherDepth = version.events().parse(event.json().with("depth", 2));

        assertThat(ContentHash.matches(otherContent)).isFalse();
        assertThat(isSigned(otherContent)).isTrue();
        assertThat(ContentHash.matches(otherDepth)).isFalse();
        assertThat(isSigned(otherDepth)).isFalse();
    }

    @InVersions
    void hashes_are_taken_with_padding_too(RoomVersion version) {
        var event = build(version, message("hi"), 1);
        var hash = event.json()
                .object("hashes")
                .flatMap(hashes -> hashes.string("sha256"))
                .orElseThrow();
        var padded = version.events().parse(event.json().with("hashes", JsonObject.of("sha256", hash + "=")));

        assertThat(ContentHash.matches(padded)).isTrue();
    }

    @InVersions
    @Tag("easily-missed-14")
    void another_server_can_sign_it_as_well(RoomVersion version) {
        var resident = ServerName.parse("resident.example.com");
        var event = build(version, message("hi"), 1);
        var both = version.events().sign(event, resident, TestKeys.OTHER, ED25519);

        assertThat(both.id()).isEqualTo(event.id());
        assertThat(isSigned(both)).isTrue();
        assertThat(EventSignatures.of(both)
                        .verify(resident, TestKeys.OTHER.id(), TestKeys.OTHER.publicKey(ED25519), ED25519)
                        .isValid())
                .isTrue();
        assertThat(EventSignatures.of(both).keys(resident)).containsExactly(TestKeys.OTHER.id());
    }

    @InVersions
    void a_template_is_sealed_by_another_server(RoomVersion version) {
        var template = version.events().template(message("hi"), EventPlace.FIRST, NOW);
        var sealed = version.events().seal(template.with("unsigned", JsonObject.of("a", "b")), EXAMPLE, KEY, ED25519);

        assertThat(template.has("hashes")).isFalse();
        assertThat(template.has("signatures")).isFalse();
        assertThat(sealed)
                .isEqualTo(version.events().build(message("hi"), EventPlace.FIRST, NOW, EXAMPLE, KEY, ED25519));
        assertThat(isSigned(sealed)).isTrue();
    }

    @InVersions
    @Tag("easily-missed-11")
    void a_redaction_names_its_target_where_the_version_wants_it(RoomVersion version) {
        var target = new EventId("$target:a");
        var event = build(version, EventDraft.redaction(ROOM, ALICE, target, JsonObject.of("reason", "spam")), 1);

        assertThat(event.redacts()).contains(target);
        assertThat(event.content().string("reason")).contains("spam");
        assertThat(event.json().has("redacts")).isNotEqualTo(event.content().has("redacts"));
    }

    @InVersions(to = 2)
    void in_old_versions_the_server_names_it_by_all_it_holds(RoomVersion version) {
        var event = build(version, message("hi"), 1);

        assertThat(event.id().value()).matches("\\$[A-Za-z0-9_-]{43}:example\\.org");
        assertThat(event.json().string("event_id")).contains(event.id().value());
        assertThat(build(version, message("ho"), 1).id()).isNotEqualTo(event.id());
        assertThat(build(version, message("hi"), 2).id()).isNotEqualTo(event.id());
    }

    @InVersions(from = 12)
    @Tag("easily-missed-12")
    void a_create_event_makes_the_id_of_its_room(RoomVersion version) {
        var create = build(version, EventDraft.creation(Optional.empty(), ALICE, JsonObject.EMPTY), 1);

        assertThat(create.json().has("room_id")).isFalse();
        assertThat(create.roomId()).isEqualTo(RoomId.ofCreateEvent(create.id()));
        assertThat(create.roomId().createEvent()).isEqualTo(create.id());
    }

    @InVersions(to = 2)
    void in_old_versions_it_cites_others_by_their_reference_hash_too(RoomVersion version)
            throws NoSuchAlgorithmException {
        var event = build(version, message("hi"), 1);

        assertThat(event.json().array("prev_events"))
                .contains(Json.array("[[\"$prev:a\", {\"sha256\": \"" + hashOf("$prev:a") + "\"}]]"));
        assertThat(event.json().array("auth_events"))
                .contains(Json.array("[[\"$auth1:a\", {\"sha256\": \"" + hashOf("$auth1:a") + "\"}],"
                        + " [\"$auth2:a\", {\"sha256\": \"" + hashOf("$auth2:a") + "\"}]]"));
    }

    /** Of what redaction leaves of {@link #cited}, sorted by hand. */
    private static String hashOf(String id) throws NoSuchAlgorithmException {
        var essential = "{\"auth_events\":[],\"content\":{},\"depth\":7,\"event_id\":\"" + id
                + "\",\"origin_server_ts\":1432735824653,\"prev_events\":[],\"room_id\":\"!room:example.org\","
                + "\"sender\":\"@bob:example.org\",\"type\":\"m.room.message\"}";
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(essential.getBytes(UTF_8)));
    }

    @InVersions(to = 2)
    void in_old_versions_that_hash_is_the_same_once_they_are_redacted(RoomVersion version) {
        var event = build(version, message("hi"), 1);
        var redacting = place(1, ids -> cited(ids).values().stream()
                .map(version.redaction()::apply)
                .collect(Collectors.toMap(Event::id, Function.identity())));

        assertThat(build(version, message("hi"), redacting)).isEqualTo(event);
    }

    @InVersions(to = 2)
    void in_old_versions_an_event_that_is_not_known_cannot_be_cited(RoomVersion version) {
        assertThatThrownBy(() -> build(version, message("hi"), place(1, _ -> Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":a");
    }

    @InVersions(from = 3)
    void later_nobody_asks_for_the_events_that_it_cites(RoomVersion version) {
        var place = place(1, ids -> {
            throw new AssertionError("Asked for " + ids);
        });

        assertThat(build(version, message("hi"), place).prevEvents()).containsExactly(new EventId("$prev:a"));
    }

    @InVersions
    @Tag("easily-missed-29")
    void the_depth_ends_where_the_format_does(RoomVersion version) {
        var deepest = build(version, message("hi"), Long.MAX_VALUE);

        assertThat(deepest.depth()).isEqualTo(version.eventFormat().maxDepth());
    }

    @InVersions
    @Tag("easily-missed-29")
    void what_is_too_large_is_refused(RoomVersion version) {
        assertThatThrownBy(() -> build(version, message("a".repeat(65_536)), 1))
                .isInstanceOf(MalformedEvent.TooLarge.class);
        assertThatThrownBy(() -> build(
                        version, EventDraft.state(ROOM, ALICE, EventType.TOPIC, "a".repeat(256), JsonObject.EMPTY), 1))
                .isInstanceOf(MalformedEvent.TooLarge.class);
    }

    @InVersions(from = 6)
    void numbers_that_are_not_canonical_are_refused(RoomVersion version) {
        var draft = EventDraft.message(ROOM, ALICE, EventType.MESSAGE, Json.object("{\"a\": 1.5}"));

        assertThatThrownBy(() -> build(version, draft, 1)).isExactlyInstanceOf(MalformedEvent.class);
    }

    private static EventDraft message(String body) {
        return EventDraft.message(ROOM, ALICE, EventType.MESSAGE, JsonObject.of("body", body));
    }

    private static Event build(RoomVersion version, EventDraft draft, long depth) {
        return build(version, draft, place(depth, EventFactoryTest::cited));
    }

    private static Event build(RoomVersion version, EventDraft draft, EventPlace place) {
        return version.events().build(draft, place, NOW, EXAMPLE, KEY, ED25519);
    }

    private static EventPlace place(long depth, Function<Set<EventId>, Map<EventId, Event>> cited) {
        return new EventPlace(
                List.of(new EventId("$prev:a")),
                List.of(new EventId("$auth1:a"), new EventId("$auth2:a")),
                depth,
                cited);
    }

    /** Events of room version 1 that have nothing but their ids to tell them apart. */
    private static Map<EventId, Event> cited(Set<EventId> ids) {
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> TestEvents.event(
                                RoomVersion.V1,
                                id.value(),
                                JsonObject.of("event_id", id.value()).toString())));
    }

    private static boolean isSigned(Event event) {
        return EventSignatures.of(event)
                .verify(EXAMPLE, KEY.id(), KEY.publicKey(ED25519), ED25519)
                .isValid();
    }
}
