package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomCommit.NewEvent;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.search.SearchEvents;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ListThreads;
import org.hirundo.application.timeline.ReadContext;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.ReadEventById;
import org.hirundo.application.timeline.ReadRelations;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.event.EventPlace;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rooms to which events came that no client of this server sent: how it goes on from them, and what it shows of them. */
public abstract class ForkedRoomStory extends SyncStory {

    private static final UserId ERIN = UserId.parse("@erin:elsewhere.example");

    /** A message of a user of another server, which follows what the room ends in. */
    private Event message(RoomId room, JsonObject content) {
        var head = head(room);
        var identity = the(Identity.class);
        var depth = head.forwardExtremities().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        return head.version()
                .events()
                .build(
                        EventDraft.message(room, ERIN, EventType.MESSAGE, content),
                        new EventPlace(
                                List.copyOf(head.forwardExtremities().keySet()), List.of(), depth + 1, _ -> Map.of()),
                        server().clock().millis(),
                        ERIN.server(),
                        identity.signingKey(),
                        the(Ed25519.class));
    }

    /** The events arrive, none of which changes the state, and the room ends in these. */
    private void arrive(RoomId room, Standing standing, Collection<Event> events, Set<EventId> forwardExtremities) {
        var head = head(room);
        var state = head.snapshots().id();
        var commit = new RoomCommit(
                room,
                head.version(),
                new RoomRevision(head.revision(), head.forwardExtremities().keySet()),
                events.stream()
                        .map(event -> new NewEvent(
                                event, standing, state.orElseThrow(), state.orElseThrow(), Optional.empty()))
                        .toList(),
                List.of(),
                forwardExtremities,
                state,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(the(Committer.class).commit(commit)).isInstanceOf(CommitOutcome.Committed.class);
    }

    private static List<EventId> ids(List<ClientEvent> events) {
        return events.stream().map(ClientEvent::id).toList();
    }

    private ClientEvent read(Requester reader, RoomId room, EventId event) {
        return the(ReadEvent.class).read(reader, room, event);
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    @Tag("easily-missed-15")
    void what_was_not_accepted_is_kept_and_shown_in_no_way(Standing standing) {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        reads(BOB, room, root);
        var first = syncs(BOB);
        var event = message(
                room,
                JsonObject.of("msgtype", "m.text")
                        .with("body", "needle")
                        .with(
                                "m.relates_to",
                                JsonObject.of("rel_type", "m.thread").with("event_id", root.value())));
        arrive(room, standing, List.of(event), head(room).forwardExtremities().keySet());

        assertThat(storage().events().events(Set.of(event.id())).get(event.id()).standing())
                .isEqualTo(standing);
        var second = syncs(BOB, first);
        assertThat(Optional.ofNullable(second.rooms().joined().get(room))
                        .map(told -> told.timeline().events())
                        .orElse(List.of()))
                .isEmpty();
        var anew = in(syncs(BOB), room);
        assertThat(texts(anew.timeline().events())).containsExactly("root");
        assertThat(anew.unread()).isEqualTo(RoomUnread.NONE);
        assertThat(texts(BOB, room)).containsExactly("root");
        assertThatThrownBy(() -> read(BOB, room, event.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(ReadEventById.class).read(BOB, event.id())).isInstanceOf(NotFound.class);
        assertThat(the(ReadContext.class)
                        .read(new ReadContext.Wanted(BOB, room, root, OptionalInt.of(10), RoomEventFilter.ALL))
                        .after())
                .isEmpty();
        assertThat(read(BOB, room, root).unsigned().has("m.relations")).isFalse();
        assertThat(children(room, root)).isEmpty();
        assertThat(the(ListThreads.class)
                        .list(new ListThreads.Wanted(BOB, room, false, OptionalInt.empty(), Optional.empty()))
                        .chunk())
                .isEmpty();
        assertThat(found("needle")).isEmpty();
        restart();
        assertThat(found("needle")).isEmpty();
        assertThat(found("root")).containsExactly(root);
    }

    private List<EventId> children(RoomId room, EventId parent) {
        return ids(the(ReadRelations.class)
                .read(new ReadRelations.Wanted(
                        BOB,
                        room,
                        parent,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty()))
                .chunk());
    }

    private List<EventId> found(String term) {
        return the(SearchEvents.class)
                .search(new SearchEvents.Wanted(
                        BOB,
                        term,
                        Set.of(SearchKey.BODY),
                        RoomEventFilter.ALL,
                        false,
                        Optional.empty(),
                        false,
                        Set.of(),
                        Optional.empty()))
                .results()
                .stream()
                .map(result -> result.event().id())
                .toList();
    }

    @Test
    @Tag("easily-missed-15")
    void nothing_follows_what_was_not_accepted() {
        var room = aRoomWithBob();
        var last = says(ALICE, room, "before");
        var event = message(room, JsonObject.of("body", "soft-failed"));
        arrive(room, Standing.SOFT_FAILED, List.of(event), Set.of(last));
        var next = says(BOB, room, "after");

        assertThat(read(ALICE, room, next).event().prevEvents()).containsExactly(last);
        assertThat(texts(ALICE, room)).containsExactly("before", "after");
    }

    @Test
    @Tag("easily-missed-29")
    void an_event_follows_twenty_others_at_most_and_the_next_one_the_rest() {
        var room = aRoomWithBob();
        var branches = IntStream.range(0, 25)
                .mapToObj(number -> message(room, JsonObject.of("body", "branch " + number)))
                .toList();
        var ends = new HashSet<>(branches.stream().map(Event::id).toList());
        arrive(room, Standing.ACCEPTED, branches, ends);
        var first = says(BOB, room, "first");
        var afterFirst = head(room).forwardExtremities().keySet();
        var second = says(ALICE, room, "second");

        assertThat(read(ALICE, room, first).event().prevEvents()).hasSize(20).isSubsetOf(ends);
        assertThat(afterFirst).hasSize(6).contains(first);
        assertThat(read(ALICE, room, second).event().prevEvents()).containsExactlyInAnyOrderElementsOf(afterFirst);
        assertThat(head(room).forwardExtremities()).containsOnlyKeys(second);
        assertThat(texts(BOB, room)).hasSize(27).endsWith("first", "second");
    }
}
