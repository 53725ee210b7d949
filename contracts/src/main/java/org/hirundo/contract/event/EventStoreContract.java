package org.hirundo.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Commits;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} guarantees of single events. */
public abstract class EventStoreContract extends StorageContract {

    private final GrowingRoom room = new GrowingRoom(Rooms.ATTIC);
    private final Event join = room.join(Users.ALICE);
    private final RoomCommit created = room.commit(join);

    private EventStore store() {
        return storage().events();
    }

    private void commit(DurableChange... changes) {
        storage().stream().commit(List.of(changes));
    }

    private StoredEvent stored(EventId id) {
        return Optional.ofNullable(store().events(Set.of(id)).get(id))
                .orElseThrow(() -> new AssertionError("There is no event " + id));
    }

    private static void assertSame(Event found, Event event) {
        assertThat(found.id()).isEqualTo(event.id());
        assertThat(found.bytes()).isEqualTo(event.bytes());
        assertThat(found.json()).isEqualTo(event.json());
        assertThat(found.roomVersion()).isEqualTo(event.roomVersion());
        assertThat(found.roomId()).isEqualTo(event.roomId());
        assertThat(found.stateTuple()).isEqualTo(event.stateTuple());
    }

    @Test
    void an_event_is_found_as_it_was_committed() {
        var message = room.message(Users.ALICE, Contents.numbered(1));
        commit(created, room.commit(message));

        var found = stored(message.id());

        assertSame(found.event(), message);
        assertThat(found)
                .isEqualTo(new StoredEvent(
                        message,
                        new StreamPosition(2),
                        Standing.ACCEPTED,
                        join.id(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_state_event_knows_which_one_it_replaces() {
        var leave = room.join(Users.ALICE);
        commit(created, room.commit(leave));

        assertThat(stored(join.id()).replacesState()).isEmpty();
        assertThat(stored(leave.id()).replacesState()).contains(join.id());
        assertThat(stored(leave.id()).stateAfter()).isEqualTo(leave.id());
    }

    @Test
    @Tag("easily-missed-15")
    void events_are_found_whatever_their_standing() {
        commit(created);
        for (var standing : Standing.values()) {
            var event = room.message(Users.ALICE, Contents.numbered(1));
            commit(Commits.standing(standing, room.commit(event)));

            assertThat(stored(event.id()).standing()).isEqualTo(standing);
        }
    }

    @Test
    void any_content_and_state_key_comes_back_byte_for_byte() {
        var events = List.of(
                room.message(Users.HISTORICAL, Contents.AWKWARD),
                room.message(Users.LONGEST, JsonObject.EMPTY),
                room.state(Users.NAMELESS, new EventType("im.example.\uD83D\uDE00"), "", Contents.AWKWARD),
                room.state(Users.ALICE, new EventType("a\u0000b"), "c\u0000d", Contents.AWKWARD),
                room.state(Users.ALICE, new EventType(""), "k".repeat(255), JsonObject.EMPTY),
                room.state(Users.ALICE, new EventType("t".repeat(255)), " ", JsonObject.EMPTY));
        commit(created, room.commit(events.toArray(Event[]::new)));

        assertThat(events).allSatisfy(event -> assertSame(stored(event.id()).event(), event));
    }

    @Test
    void what_stands_where_a_relation_would_does_not_matter() {
        var longText = "r".repeat(3_000);
        var contents = List.of(
                JsonObject.of("m.relates_to", "no object"),
                JsonObject.of("m.relates_to", JsonObject.of("rel_type", new JsonInteger(1))),
                JsonObject.of("m.relates_to", JsonObject.of("event_id", JsonArray.of(new JsonString("$a")))),
                JsonObject.of(
                        "m.relates_to", JsonObject.of("rel_type", "m.thread").with("event_id", "no event id")),
                JsonObject.of(
                        "m.relates_to", JsonObject.of("rel_type", "a\u0000b").with("event_id", "$a\u0000b")),
                JsonObject.of(
                        "m.relates_to", JsonObject.of("rel_type", longText).with("event_id", "$" + longText)),
                JsonObject.of("url", "u\u0000rl"));
        var events = contents.stream()
                .map(content -> room.message(Users.ALICE, content))
                .toArray(Event[]::new);

        commit(created, room.commit(events));

        assertThat(events).allSatisfy(event -> assertSame(stored(event.id()).event(), event));
    }

    @Test
    @Tag("easily-missed-29")
    void an_event_of_the_largest_size_is_kept_whole() {
        var message = room.message(Users.ALICE, JsonObject.of("body", "\uD83D\uDE00".repeat(16_000)));
        commit(created, room.commit(message));

        assertSame(stored(message.id()).event(), message);
    }

    @Test
    void event_ids_of_every_form_are_told_apart() {
        var ids = List.of(
                "$143273582443PhrSn:example.org",
                "$143273582443phrSn:example.org",
                "$" + "e".repeat(254),
                "$31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM",
                "$31hneApxJ/1o+63DmFrpeqnkFfWppnzWso1JvH3ogLM",
                "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "$a",
                "$a ",
                "$\u00E9",
                "$e\u0301",
                "$\uD83D\uDE00");
        commit(created);
        for (var id : ids) {
            var drafted = room.message(Users.ALICE, JsonObject.of("id", id));
            var event = Event.ofStored(new EventId(id), RoomVersion.V11, drafted.bytes());
            var commit = room.commit(drafted);
            var added = commit.events().getFirst();
            commit(Commits.ofEvents(
                    List.of(new RoomCommit.NewEvent(
                            event, Standing.ACCEPTED, added.stateAfter(), added.roomState(), Optional.empty())),
                    commit));
        }

        var asked = new HashSet<EventId>();
        ids.forEach(id -> asked.add(new EventId(id)));
        var found = store().events(asked);

        assertThat(found).containsOnlyKeys(asked);
        found.forEach((id, event) -> assertThat(event.event().content()).isEqualTo(JsonObject.of("id", id.value())));
    }

    @Test
    void events_of_every_room_version_are_read_by_their_own_rules() {
        for (var version : RoomVersion.supported()) {
            var other = new GrowingRoom(Rooms.room("version" + version.id()), version);
            var event = other.join(Users.ALICE);
            commit(other.commit(event));

            assertSame(stored(event.id()).event(), event);
        }
    }

    @Test
    void unknown_events_are_absent_and_any_number_may_be_asked_for() {
        commit(created);
        var ids = new HashSet<EventId>();
        for (int number = 0; number < 1_500; number++) {
            ids.add(new EventId("$" + number));
        }
        ids.add(join.id());

        assertThat(store().events(ids)).containsOnlyKeys(join.id());
        assertThat(store().events(Set.of())).isEmpty();
    }

    @Test
    void a_redacted_event_takes_the_redacted_form_and_keeps_its_place() {
        var message = room.message(Users.ALICE, Contents.AWKWARD);
        commit(created, room.commit(message));
        var redaction = room.message(Users.BOB, Contents.numbered(1));

        commit(Commits.redacting(message, room.commit(redaction)));

        var found = stored(message.id());
        assertSame(found.event(), Commits.redactedForm(message));
        assertThat(found.redactedBy()).contains(redaction.id());
        assertThat(found.position()).isEqualTo(new StreamPosition(2));
        assertThat(found.standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(found.stateAfter()).isEqualTo(join.id());
        assertThat(stored(redaction.id()).redactedBy()).isEmpty();
    }

    @Test
    void an_event_is_redacted_in_the_call_that_brought_it() {
        var message = room.message(Users.ALICE, Contents.AWKWARD);
        var sent = room.commit(message);
        var redaction = room.message(Users.BOB, Contents.numbered(1));

        commit(created, sent, Commits.redacting(message, room.commit(redaction)));

        assertSame(stored(message.id()).event(), Commits.redactedForm(message));
        assertThat(stored(message.id()).redactedBy()).contains(redaction.id());
    }

    @Test
    void a_commit_that_is_left_out_redacts_nothing() {
        var message = room.message(Users.ALICE, Contents.AWKWARD);
        commit(created, room.commit(message));
        var redaction = room.message(Users.BOB, Contents.numbered(1));

        commit(Commits.basedOn(created.result(), Commits.redacting(message, room.commit(redaction))));

        assertSame(stored(message.id()).event(), message);
        assertThat(stored(message.id()).redactedBy()).isEmpty();
    }

    @Test
    void the_device_that_sent_an_event_learns_its_transaction() {
        commit(created);
        var first = room.commit(room.message(Users.ALICE, Contents.numbered(1)));
        var second = room.commit(room.message(Users.ALICE, Contents.numbered(2)));
        var byLaptop = room.commit(room.message(Users.ALICE, Contents.numbered(3)));
        var firstSent = Commits.transaction(Users.ALICE, Devices.PHONE, "1", first);
        var secondSent = Commits.transaction(Users.ALICE, Devices.PHONE, "\uD83D\uDE00", second);
        var laptopSent = Commits.transaction(Users.ALICE, Devices.LAPTOP, "1", byLaptop);
        commit(
                Commits.sentWith(firstSent, first),
                Commits.sentWith(secondSent, second),
                Commits.sentWith(laptopSent, byLaptop));
        var firstId = new EventId(firstSent.answer());
        var secondId = new EventId(secondSent.answer());
        var laptopId = new EventId(laptopSent.answer());
        var all = Set.of(firstId, secondId, laptopId, join.id(), new EventId("$unknown"));

        assertThat(store().transactions(Users.ALICE, Devices.PHONE, all))
                .isEqualTo(Map.of(firstId, firstSent, secondId, secondSent));
        assertThat(store().transactions(Users.ALICE, Devices.LAPTOP, all)).isEqualTo(Map.of(laptopId, laptopSent));
        assertThat(store().transactions(Users.ALICE, Devices.PHONE, Set.of(secondId)))
                .containsOnlyKeys(secondId);
        assertThat(store().transactions(Users.ALICE, Devices.SMALL_PHONE, all)).isEmpty();
        assertThat(store().transactions(Users.BOB, Devices.PHONE, all)).isEmpty();
        assertThat(store().transactions(Users.ALICE, Devices.PHONE, Set.of())).isEmpty();
    }

    @Test
    void bytes_are_those_that_were_given_and_not_made_anew() {
        var drafted = room.message(Users.ALICE, Contents.numbered(1));
        var spaced = (" " + new String(drafted.bytes(), UTF_8)).getBytes(UTF_8);
        var event = Event.ofStored(drafted.id(), RoomVersion.V11, spaced);
        var commit = room.commit(drafted);
        var added = commit.events().getFirst();
        commit(
                created,
                Commits.ofEvents(
                        List.of(new RoomCommit.NewEvent(
                                event, Standing.ACCEPTED, added.stateAfter(), added.roomState(), Optional.empty())),
                        commit));

        assertThat(stored(drafted.id()).event().bytes())
                .isEqualTo(spaced)
                .isNotEqualTo(CanonicalJson.lenient().bytes(event.json()));
    }
}
