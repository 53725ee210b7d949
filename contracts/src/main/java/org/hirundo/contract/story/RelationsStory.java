package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ListThreads;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.ReadRelations;
import org.hirundo.domain.error.DuplicateAnnotation;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.relation.RelationType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Edits, threads, references and reactions. */
public abstract class RelationsStory extends RoomStory {

    private int transactions;

    private RoomId aRoom() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        return room;
    }

    private EventId sends(Requester user, RoomId room, EventType type, JsonObject content) {
        return sends(user, room, type, content, "r" + ++transactions);
    }

    private EventId sends(Requester user, RoomId room, EventType type, JsonObject content, String transaction) {
        return the(SendMessage.class)
                .send(new SendMessage.Send(user, room, type, new TransactionId(transaction), content));
    }

    private static JsonObject relating(RelationType type, EventId parent) {
        return JsonObject.of("rel_type", type.value()).with("event_id", parent.value());
    }

    private EventId relates(Requester user, RoomId room, RelationType type, EventId parent, String text) {
        var content =
                JsonObject.of("msgtype", "m.text").with("body", text).with("m.relates_to", relating(type, parent));
        return sends(user, room, EventType.MESSAGE, content);
    }

    private EventId replies(Requester user, RoomId room, EventId root, String text) {
        return relates(user, room, RelationType.THREAD, root, text);
    }

    /** Edits the event a little later than whatever was before: the time decides which edit counts. */
    private EventId edits(Requester user, RoomId room, EventId original, String text) {
        server().clock().pass(Duration.ofMillis(1));
        var content = JsonObject.of("msgtype", "m.text")
                .with("body", "* " + text)
                .with("m.new_content", JsonObject.of("msgtype", "m.text").with("body", text))
                .with("m.relates_to", relating(RelationType.REPLACE, original));
        return sends(user, room, EventType.MESSAGE, content);
    }

    private static JsonObject reaction(EventId parent, String key) {
        return JsonObject.of(
                "m.relates_to", relating(RelationType.ANNOTATION, parent).with("key", key));
    }

    private void redacts(Requester user, RoomId room, EventId event, String... withRelations) {
        the(RedactEvent.class)
                .redact(new RedactEvent.Redact(
                        user,
                        room,
                        event,
                        new TransactionId("x" + ++transactions),
                        Optional.empty(),
                        Set.of(withRelations)));
    }

    private void ignores(Requester user, Requester ignored) {
        the(Committer.class)
                .commit(new AccountDataChange(
                        user.user(),
                        Optional.empty(),
                        "m.ignored_user_list",
                        JsonObject.of(
                                "ignored_users", JsonObject.of(ignored.user().toString(), JsonObject.EMPTY))));
    }

    private JsonObject bundle(Requester reader, RoomId room, EventId event) {
        return the(ReadEvent.class)
                .read(reader, room, event)
                .unsigned()
                .object("m.relations")
                .orElse(JsonObject.EMPTY);
    }

    private Optional<String> edit(Requester reader, RoomId room, EventId event) {
        return bundle(reader, room, event).object("m.replace").flatMap(edit -> edit.string("event_id"));
    }

    private JsonObject thread(Requester reader, RoomId room, EventId root) {
        return bundle(reader, room, root).object("m.thread").orElse(JsonObject.EMPTY);
    }

    private static Optional<String> latest(JsonObject thread) {
        return thread.object("latest_event").flatMap(event -> event.string("event_id"));
    }

    private ReadRelations.Page relations(
            Requester reader, RoomId room, EventId event, boolean recurse, int limit, Optional<String> from) {
        return the(ReadRelations.class)
                .read(new ReadRelations.Wanted(
                        reader,
                        room,
                        event,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        recurse,
                        from,
                        Optional.empty(),
                        OptionalInt.of(limit)));
    }

    private List<EventId> relations(Requester reader, RoomId room, EventId event) {
        return ids(relations(reader, room, event, false, 50, Optional.empty()).chunk());
    }

    private ListThreads.Page threads(
            Requester reader, RoomId room, boolean participated, int limit, Optional<String> from) {
        return the(ListThreads.class)
                .list(new ListThreads.Wanted(reader, room, participated, OptionalInt.of(limit), from));
    }

    private List<EventId> threads(Requester reader, RoomId room, boolean participated) {
        return ids(threads(reader, room, participated, 50, Optional.empty()).chunk());
    }

    private static List<EventId> ids(List<ClientEvent> events) {
        return events.stream().map(ClientEvent::id).toList();
    }

    @Test
    void an_event_is_told_with_the_edit_that_counts() {
        var room = aRoom();
        var original = says(BOB, room, "one");
        assertThat(edit(ALICE, room, original)).isEmpty();
        edits(BOB, room, original, "two");
        var last = edits(BOB, room, original, "three");
        edits(ALICE, room, original, "forged");

        assertThat(edit(ALICE, room, original)).contains(last.value());
        var told = bundle(ALICE, room, original).object("m.replace").orElseThrow();
        assertThat(told.object("content").flatMap(content -> content.object("m.new_content")))
                .contains(JsonObject.of("msgtype", "m.text").with("body", "three"));
        assertThat(history(ALICE, room).stream()
                        .filter(event -> event.id().equals(original))
                        .map(event -> event.event().content().string("body")))
                .containsExactly(Optional.of("one"));
    }

    @Test
    void an_edit_without_new_content_does_not_count() {
        var room = aRoom();
        var original = says(BOB, room, "one");
        var good = edits(BOB, room, original, "two");
        server().clock().pass(Duration.ofMillis(1));
        relates(BOB, room, RelationType.REPLACE, original, "* three");

        assertThat(edit(ALICE, room, original)).contains(good.value());
    }

    @Test
    void a_redacted_edit_gives_way_to_the_one_before_and_a_redacted_event_has_none() {
        var room = aRoom();
        var original = says(BOB, room, "one");
        var first = edits(BOB, room, original, "two");
        var second = edits(BOB, room, original, "three");
        redacts(BOB, room, second);
        assertThat(edit(ALICE, room, original)).contains(first.value());

        redacts(BOB, room, original);
        assertThat(edit(ALICE, room, original)).isEmpty();
    }

    @Test
    void a_root_is_told_with_its_thread() {
        var room = aRoom();
        joins(CAROL, room);
        var root = says(ALICE, room, "root");
        replies(BOB, room, root, "one");
        var last = replies(BOB, room, root, "two");
        var edit = edits(BOB, room, last, "three");

        var thread = thread(CAROL, room, root);
        assertThat(thread.integer("count")).hasValue(2);
        assertThat(thread.bool("current_user_participated")).contains(false);
        assertThat(latest(thread)).contains(last.value());
        assertThat(thread.object("latest_event")
                        .flatMap(event -> event.object("unsigned"))
                        .flatMap(unsigned -> unsigned.object("m.relations"))
                        .flatMap(bundle -> bundle.object("m.replace"))
                        .flatMap(replacement -> replacement.string("event_id")))
                .contains(edit.value());
        assertThat(thread(ALICE, room, root).bool("current_user_participated")).contains(true);
        assertThat(thread(BOB, room, root).bool("current_user_participated")).contains(true);
    }

    @Test
    void ignored_users_do_not_count() {
        var room = aRoom();
        joins(CAROL, room);
        var root = says(ALICE, room, "root");
        var kept = replies(BOB, room, root, "one");
        replies(CAROL, room, root, "two");
        relates(CAROL, room, RelationType.REFERENCE, root, "three");
        ignores(ALICE, CAROL);

        var thread = thread(ALICE, room, root);
        assertThat(thread.integer("count")).hasValue(1);
        assertThat(latest(thread)).contains(kept.value());
        assertThat(bundle(ALICE, room, root).has("m.reference")).isFalse();
        assertThat(relations(ALICE, room, root)).containsExactly(kept);
    }

    @Test
    void references_are_told_and_reactions_are_not() {
        var room = aRoom();
        var event = says(ALICE, room, "root");
        var reference = relates(BOB, room, RelationType.REFERENCE, event, "see above");
        sends(BOB, room, EventType.REACTION, reaction(event, "+1"));

        assertThat(bundle(ALICE, room, event).names()).containsExactly("m.reference");
        assertThat(bundle(ALICE, room, event).toString()).contains(reference.value());
    }

    @Test
    @Tag("easily-missed-10")
    void who_left_is_not_told_what_came_after() {
        var room = aRoom();
        var root = says(BOB, room, "root");
        var edit = edits(BOB, room, root, "edited");
        var reply = replies(BOB, room, root, "one");
        joins(CAROL, room);
        leaves(CAROL, room);
        edits(BOB, room, root, "secret");
        replies(BOB, room, root, "secret");
        var secret = relates(BOB, room, RelationType.REFERENCE, root, "secret");

        assertThat(edit(CAROL, room, root)).contains(edit.value());
        var thread = thread(CAROL, room, root);
        assertThat(thread.integer("count")).hasValue(1);
        assertThat(latest(thread)).contains(reply.value());
        assertThat(bundle(CAROL, room, root).toString())
                .doesNotContain("secret")
                .doesNotContain(secret.value());
        assertThat(relations(CAROL, room, root)).containsExactly(reply, edit);
    }

    @Test
    @Tag("easily-missed-10")
    void who_came_late_is_not_told_what_came_before() {
        var joined = new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", "joined"));
        var room = created(aPublicRoomOf(ALICE, joined));
        var root = says(ALICE, room, "root");
        var hidden = replies(ALICE, room, root, "hidden");
        joins(BOB, room);
        var reply = replies(ALICE, room, root, "shown");

        assertThatThrownBy(() -> relations(BOB, room, root)).isInstanceOf(NotFound.class);
        assertThat(threads(BOB, room, false)).isEmpty();
        assertThat(relations(ALICE, room, root)).containsExactly(reply, hidden);
    }

    @Test
    @Tag("easily-missed-10")
    void who_came_late_is_not_told_with_an_event_what_was_hidden() {
        var room = aRoom();
        leaves(BOB, room);
        var root = says(ALICE, room, "root");
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "joined"));
        edits(ALICE, room, root, "hidden");
        relates(ALICE, room, RelationType.REFERENCE, root, "hidden");
        var hidden = replies(ALICE, room, root, "hidden");
        joins(BOB, room);

        assertThat(bundle(BOB, room, root)).isEqualTo(JsonObject.EMPTY);
        assertThat(relations(BOB, room, root)).isEmpty();
        assertThat(latest(thread(ALICE, room, root))).contains(hidden.value());
        var reply = replies(ALICE, room, root, "shown");
        assertThat(relations(BOB, room, root)).containsExactly(reply);
        assertThat(bundle(BOB, room, root).toString()).contains("shown").doesNotContain("hidden");
        assertThat(threads(BOB, room, false)).containsExactly(root);
    }

    @Test
    void relations_are_read_page_by_page() {
        var room = aRoom();
        var root = says(ALICE, room, "root");
        var children = new ArrayList<EventId>();
        for (int number = 0; number < 7; number++) {
            children.add(replies(BOB, room, root, "reply " + number));
        }

        var read = new ArrayList<EventId>();
        var from = Optional.<String>empty();
        var pages = 0;
        do {
            var page = relations(ALICE, room, root, false, 3, from);
            assertThat(page.previous()).isEqualTo(from);
            assertThat(page.depth()).isEmpty();
            read.addAll(ids(page.chunk()));
            from = page.next();
            pages++;
        } while (from.isPresent());

        assertThat(read.reversed()).isEqualTo(children);
        assertThat(pages).isEqualTo(3);
        assertThatThrownBy(() -> relations(ALICE, room, root, false, 0, Optional.empty()))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> relations(ALICE, room, root, false, 1, Optional.of("nonsense")))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void relations_of_relations_are_read_on_wish() {
        var room = aRoom();
        var root = says(ALICE, room, "root");
        var reply = replies(BOB, room, root, "reply");
        var reaction = sends(ALICE, room, EventType.REACTION, reaction(reply, "+1"));

        assertThat(relations(ALICE, room, root)).containsExactly(reply);
        var page = relations(ALICE, room, root, true, 10, Optional.empty());
        assertThat(ids(page.chunk())).containsExactly(reaction, reply);
        assertThat(page.depth()).hasValue(3);
    }

    @Test
    void relations_are_for_those_who_may_see_the_event() {
        var room = aRoom();
        var root = says(ALICE, room, "root");
        replies(BOB, room, root, "reply");

        assertThatThrownBy(() -> relations(CAROL, room, root)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> relations(ALICE, aRoom(), root)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> threads(CAROL, room, false)).isInstanceOf(Forbidden.class);
    }

    @Test
    void threads_are_listed_the_last_one_first() {
        var room = aRoom();
        var one = says(ALICE, room, "one");
        var two = says(ALICE, room, "two");
        var three = says(BOB, room, "three");
        replies(ALICE, room, one, "reply");
        replies(ALICE, room, two, "reply");
        replies(ALICE, room, three, "reply");
        replies(BOB, room, one, "another reply");

        assertThat(threads(ALICE, room, false)).containsExactly(one, three, two);
        assertThat(threads(BOB, room, true)).containsExactly(one, three);
        var first = threads(ALICE, room, false, 2, Optional.empty());
        assertThat(ids(first.chunk())).containsExactly(one, three);
        assertThat(first.chunk().getFirst().unsigned().has("m.relations")).isTrue();
        var second = threads(ALICE, room, false, 2, first.next());
        assertThat(ids(second.chunk())).containsExactly(two);
        assertThat(second.next()).isEmpty();
        assertThat(threads(ALICE, room, false, 3, Optional.empty()).next()).isEmpty();
        assertThatThrownBy(() -> threads(ALICE, room, false, 0, Optional.empty()))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void a_thread_that_an_ignored_user_began_has_an_empty_root() {
        var room = aRoom();
        var root = says(BOB, room, "root");
        replies(ALICE, room, root, "reply");
        ignores(ALICE, BOB);

        var page = threads(ALICE, room, false, 10, Optional.empty());
        assertThat(ids(page.chunk())).containsExactly(root);
        assertThat(page.chunk().getFirst().json().object("content")).contains(JsonObject.EMPTY);
        assertThat(texts(BOB, room)).contains("root");
    }

    @Test
    void no_thread_begins_at_an_event_that_relates_to_another() {
        var room = aRoom();
        var root = says(ALICE, room, "root");
        var reply = replies(BOB, room, root, "reply");

        assertThatThrownBy(() -> replies(BOB, room, reply, "nested")).isInstanceOf(Unknown.class);
    }

    @Test
    void nobody_reacts_twice_with_the_same() {
        var room = aRoom();
        var event = says(ALICE, room, "root");
        var first = sends(BOB, room, EventType.REACTION, reaction(event, "+1"), "once");

        assertThatThrownBy(() -> sends(BOB, room, EventType.REACTION, reaction(event, "+1"), "twice"))
                .isInstanceOf(DuplicateAnnotation.class);
        assertThat(sends(BOB, room, EventType.REACTION, reaction(event, "+1"), "once"))
                .isEqualTo(first);
        sends(BOB, room, EventType.REACTION, reaction(event, "-1"));
        sends(ALICE, room, EventType.REACTION, reaction(event, "+1"));
        redacts(BOB, room, first);
        assertThat(sends(BOB, room, EventType.REACTION, reaction(event, "+1"), "thrice"))
                .isNotEqualTo(first);
    }

    @Test
    void what_relates_to_an_event_is_redacted_with_it_where_that_is_wanted() {
        var room = aRoom();
        var message = says(ALICE, room, "one");
        var other = says(ALICE, room, "other");
        var edit = edits(ALICE, room, message, "two");
        var reaction = sends(BOB, room, EventType.REACTION, reaction(message, "\uD83D\uDC4D"));
        var elsewhere = edits(ALICE, room, other, "others");
        redacts(ALICE, room, message, "m.replace");

        assertThat(isRedacted(message)).isTrue();
        assertThat(isRedacted(edit)).isTrue();
        assertThat(isRedacted(reaction)).isFalse();
        assertThat(isRedacted(elsewhere)).isFalse();
        redacts(ALICE, room, message, "*");
        assertThat(isRedacted(reaction)).isTrue();
        assertThat(isRedacted(elsewhere)).isFalse();
    }

    @Test
    void of_what_relates_to_an_event_nobody_redacts_what_they_may_not() {
        var room = aRoom();
        var message = says(BOB, room, "one");
        var own = sends(BOB, room, EventType.REACTION, reaction(message, "own"));
        var others = sends(ALICE, room, EventType.REACTION, reaction(message, "others"));
        redacts(BOB, room, message, "*");

        assertThat(isRedacted(own)).isTrue();
        assertThat(isRedacted(others)).isFalse();
        var foreign = says(ALICE, room, "mine");
        var child = sends(BOB, room, EventType.REACTION, reaction(foreign, "child"));
        assertThatThrownBy(() -> redacts(BOB, room, foreign, "*")).isInstanceOf(Forbidden.class);
        assertThat(isRedacted(child)).isFalse();
    }

    @Test
    void nobody_has_very_many_types_of_relation_looked_for() {
        var room = aRoom();
        var message = says(ALICE, room, "one");
        var types = IntStream.range(0, 21).mapToObj(number -> "type" + number).toArray(String[]::new);

        assertThatThrownBy(() -> redacts(ALICE, room, message, types)).isInstanceOf(InvalidParam.class);
        assertThat(isRedacted(message)).isFalse();
    }

    @Test
    void who_is_suspended_takes_back_nothing_but_their_own_words_with_an_event() {
        var room = aRoom();
        var message = says(ALICE, room, "one");
        var own = edits(ALICE, room, message, "two");
        var others = sends(BOB, room, EventType.REACTION, reaction(message, "others"));
        var suspended = new Requester(ALICE.user(), ALICE.device(), ALICE.kind(), false, true, ALICE.accessToken());
        redacts(suspended, room, message, "*");

        assertThat(isRedacted(message)).isTrue();
        assertThat(isRedacted(own)).isTrue();
        assertThat(isRedacted(others)).isFalse();
    }

    private boolean isRedacted(EventId event) {
        return Objects.requireNonNull(storage().events().events(Set.of(event)).get(event))
                .redactedBy()
                .isPresent();
    }
}
