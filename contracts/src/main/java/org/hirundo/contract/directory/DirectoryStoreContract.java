package org.hirundo.contract.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.application.port.directory.DirectoryStore.PublishedRoom;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.junit.jupiter.api.Test;

/** What every {@link DirectoryStore} guarantees. */
public abstract class DirectoryStoreContract extends StorageContract {

    private static final RoomList OURS = new RoomList.OfServer();
    private static final RoomList.OfNetwork IRC = new RoomList.OfNetwork("irc|freenode");
    private static final RoomList.OfNetwork GITTER = new RoomList.OfNetwork("gitter|\uD83D\uDCAC");

    private final Map<RoomId, GrowingRoom> rooms = new HashMap<>();

    private DirectoryStore store() {
        return storage().directory();
    }

    private static RoomAlias alias(String localpart) {
        return RoomAlias.parse("#" + localpart + ":hirundo.example");
    }

    private static AliasEntry entry(String localpart, RoomId room) {
        return new AliasEntry(alias(localpart), room, Users.ALICE);
    }

    private static RoomSummary summary(int joinedMembers) {
        return summary(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), joinedMembers);
    }

    private static RoomSummary named(String name) {
        return showing(Optional.of(name), Optional.empty(), Optional.empty());
    }

    private static RoomSummary showing(Optional<String> name, Optional<String> topic, Optional<String> alias) {
        return summary(name, topic, alias, Optional.empty(), 1);
    }

    private static RoomSummary typed(String type) {
        return summary(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(type), 1);
    }

    private static RoomSummary summary(
            Optional<String> name,
            Optional<String> topic,
            Optional<String> alias,
            Optional<String> type,
            int joinedMembers) {
        return new RoomSummary(
                name, topic, Optional.empty(), alias, "public", type, Optional.empty(), false, false, joinedMembers, 0);
    }

    /** Gives the room this public face. */
    private void show(RoomId id, RoomSummary summary) {
        var room = rooms.computeIfAbsent(id, GrowingRoom::new);
        storage().stream().commit(List.of(room.commit(summary, room.join(Users.ALICE))));
    }

    private void publish(RoomId id, RoomSummary summary) {
        show(id, summary);
        store().publish(id, true);
    }

    private List<PublishedRoom> page(Optional<DirectoryPosition> after, boolean backwards, int limit) {
        return store().published(OURS, Optional.empty(), Set.of(), after, backwards, limit);
    }

    private List<RoomId> search(String term) {
        return ids(store().published(OURS, Optional.of(term), Set.of(), Optional.empty(), false, 100));
    }

    private List<RoomId> ofTypes(String... types) {
        return ids(store().published(OURS, Optional.empty(), Set.of(types), Optional.empty(), false, 100));
    }

    private static List<RoomId> ids(List<PublishedRoom> page) {
        return page.stream().map(PublishedRoom::room).toList();
    }

    private static Optional<DirectoryPosition> position(PublishedRoom published) {
        return Optional.of(new DirectoryPosition(published.summary().joinedMembers(), published.room()));
    }

    @Test
    void an_alias_is_found_as_it_was_added() {
        assertThat(store().add(entry("swallows", Rooms.ATTIC))).isTrue();

        assertThat(store().find(alias("swallows"))).contains(entry("swallows", Rooms.ATTIC));
        assertThat(store().find(alias("swifts"))).isEmpty();
    }

    @Test
    void a_taken_alias_is_refused_and_stays_as_it_was() {
        store().add(entry("swallows", Rooms.ATTIC));

        assertThat(store().add(new AliasEntry(alias("swallows"), Rooms.BARN, Users.BOB)))
                .isFalse();

        assertThat(store().find(alias("swallows"))).contains(entry("swallows", Rooms.ATTIC));
        assertThat(store().aliasesOf(Rooms.BARN)).isEmpty();
    }

    @Test
    void one_of_many_who_want_the_same_alias_gets_it() {
        var added = Concurrently.call(12, caller -> store().add(entry("swallows", Rooms.room("room" + caller))));

        assertThat(added).containsOnlyOnce(true);
        assertThat(store().find(alias("swallows")))
                .contains(entry("swallows", Rooms.room("room" + added.indexOf(true))));
    }

    @Test
    void a_removed_alias_is_free_again() {
        store().add(entry("swallows", Rooms.ATTIC));

        assertThat(store().remove(alias("swallows"))).isTrue();
        assertThat(store().remove(alias("swallows"))).isFalse();

        assertThat(store().find(alias("swallows"))).isEmpty();
        assertThat(store().add(entry("swallows", Rooms.BARN))).isTrue();
    }

    @Test
    void aliases_are_compared_by_bytes_and_not_cut_off() {
        var names = List.of(
                "swallows",
                "Swallows",
                "x".repeat(255 - "#:hirundo.example".length()),
                "a.b$c%_'\"\\ \uD83D\uDC26",
                "\u00E9",
                "e\u0301");
        for (var name : names) {
            assertThat(store().add(entry(name, Rooms.LONGEST))).as(name).isTrue();
        }

        for (var name : names) {
            assertThat(store().find(alias(name))).contains(entry(name, Rooms.LONGEST));
        }
    }

    @Test
    void the_aliases_of_a_room_come_in_the_order_of_their_names() {
        var names = List.of("b", "a", "B", "\uFF5E", "\uD83D\uDC26", "\u00E9");
        names.forEach(name -> store().add(entry(name, Rooms.ATTIC)));
        store().add(entry("barn", Rooms.BARN));
        store().add(entry("capital", Rooms.CAPITAL_ATTIC));

        assertThat(store().aliasesOf(Rooms.ATTIC).stream()
                        .map(found -> found.alias().localpart()))
                .containsExactly("B", "a", "b", "\u00E9", "\uFF5E", "\uD83D\uDC26");
    }

    @Test
    void a_room_is_published_until_it_is_taken_back() {
        show(Rooms.ATTIC, summary(1));
        assertThat(store().isPublished(Rooms.ATTIC)).isFalse();

        store().publish(Rooms.ATTIC, true);
        store().publish(Rooms.ATTIC, true);
        assertThat(store().isPublished(Rooms.ATTIC)).isTrue();
        assertThat(store().isPublished(Rooms.CAPITAL_ATTIC)).isFalse();
        assertThat(store().publishedCount(OURS)).isEqualTo(1);

        store().publish(Rooms.ATTIC, false);
        store().publish(Rooms.ATTIC, false);
        assertThat(store().isPublished(Rooms.ATTIC)).isFalse();
        assertThat(store().publishedCount(OURS)).isZero();
        assertThat(page(Optional.empty(), false, 10)).isEmpty();
    }

    @Test
    void a_room_is_published_in_the_lists_of_networks_on_its_own() {
        publish(Rooms.room("a"), summary(3));
        show(Rooms.room("b"), summary(2));
        show(Rooms.room("c"), summary(1));
        store().publish(IRC, Rooms.room("a"), true);
        store().publish(IRC, Rooms.room("b"), true);
        store().publish(IRC, Rooms.room("b"), true);
        store().publish(GITTER, Rooms.room("c"), true);

        assertThat(listed(OURS)).containsExactly(Rooms.room("a"));
        assertThat(listed(IRC)).containsExactly(Rooms.room("a"), Rooms.room("b"));
        assertThat(listed(GITTER)).containsExactly(Rooms.room("c"));
        assertThat(listed(new RoomList.OfNetwork("IRC|freenode"))).isEmpty();
        assertThat(listed(new RoomList.OfAll())).containsExactly(Rooms.room("a"), Rooms.room("b"), Rooms.room("c"));
        assertThat(store().publishedCount(new RoomList.OfAll())).isEqualTo(3);
        assertThat(store().publishedCount(IRC)).isEqualTo(2);
        assertThat(store().isPublished(Rooms.room("b"))).isFalse();

        store().publish(IRC, Rooms.room("a"), false);
        store().publish(GITTER, Rooms.room("a"), false);
        store().publish(Rooms.room("a"), false);
        assertThat(listed(IRC)).containsExactly(Rooms.room("b"));
        assertThat(listed(new RoomList.OfAll())).containsExactly(Rooms.room("b"), Rooms.room("c"));
    }

    @Test
    void a_room_that_takes_the_place_of_another_is_in_the_lists_where_that_was() {
        show(Rooms.room("old"), summary(1));
        show(Rooms.room("new"), summary(2));
        store().publish(IRC, Rooms.room("old"), true);
        store().publish(GITTER, Rooms.room("old"), true);
        store().publish(GITTER, Rooms.room("new"), true);

        store().replace(Rooms.room("old"), Rooms.room("new"));

        assertThat(listed(IRC)).containsExactly(Rooms.room("new"));
        assertThat(listed(GITTER)).containsExactly(Rooms.room("new"));
        assertThat(listed(OURS)).isEmpty();
    }

    private List<RoomId> listed(RoomList list) {
        return ids(store().published(list, Optional.empty(), Set.of(), Optional.empty(), false, 10));
    }

    @Test
    void published_rooms_show_their_whole_summary() {
        var summary = new RoomSummary(
                Optional.of("Swallows \uD83D\uDC26"),
                Optional.of("before\u0000after"),
                Optional.of("mxc://hirundo.example/a"),
                Optional.of("#swallows:hirundo.example"),
                "knock_restricted",
                Optional.of("m.space"),
                Optional.of("m.megolm.v1.aes-sha2"),
                true,
                true,
                4711,
                23);

        publish(Rooms.ATTIC, summary);

        assertThat(page(Optional.empty(), false, 10)).containsExactly(new PublishedRoom(Rooms.ATTIC, summary));
    }

    @Test
    void a_room_that_is_not_published_is_not_shown() {
        show(Rooms.ATTIC, summary(5));
        publish(Rooms.BARN, summary(1));

        assertThat(ids(page(Optional.empty(), false, 10))).containsExactly(Rooms.BARN);
    }

    @Test
    void published_rooms_come_in_the_order_of_members_and_then_of_ids() {
        publish(Rooms.room("b"), summary(2));
        publish(Rooms.room("a"), summary(2));
        publish(Rooms.room("B"), summary(2));
        publish(Rooms.room("\uD83C\uDFE0"), summary(2));
        publish(Rooms.room("\uFF5E"), summary(2));
        publish(Rooms.room("few"), summary(1));
        publish(Rooms.room("most"), summary(10));

        assertThat(ids(page(Optional.empty(), false, 10)))
                .containsExactly(
                        Rooms.room("most"),
                        Rooms.room("B"),
                        Rooms.room("a"),
                        Rooms.room("b"),
                        Rooms.room("\uFF5E"),
                        Rooms.room("\uD83C\uDFE0"),
                        Rooms.room("few"));
    }

    @Test
    void a_room_moves_with_its_members() {
        publish(Rooms.ATTIC, summary(1));
        publish(Rooms.BARN, summary(2));

        show(Rooms.ATTIC, summary(3));

        assertThat(page(Optional.empty(), false, 10))
                .containsExactly(new PublishedRoom(Rooms.ATTIC, summary(3)), new PublishedRoom(Rooms.BARN, summary(2)));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int number = 0; number < 25; number++) {
            publish(Rooms.room("room" + number), summary(number / 4));
        }
        var all = page(Optional.empty(), false, 100);

        var paged = new ArrayList<PublishedRoom>();
        var after = Optional.<DirectoryPosition>empty();
        for (var page = page(after, false, 4); !page.isEmpty(); page = page(after, false, 4)) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            paged.addAll(page);
            after = position(page.getLast());
        }

        assertThat(all).hasSize(25);
        assertThat(all)
                .isSortedAccordingTo(Comparator.<PublishedRoom>comparingInt(
                                published -> -published.summary().joinedMembers())
                        .thenComparing(published -> published.room().toString()));
        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test
    void a_page_backwards_holds_the_rooms_just_before_in_the_same_order() {
        for (int number = 1; number <= 6; number++) {
            publish(Rooms.room("room" + number), summary(number));
        }
        var all = page(Optional.empty(), false, 100);

        assertThat(page(position(all.get(4)), true, 3)).containsExactlyElementsOf(all.subList(1, 4));
        assertThat(page(position(all.get(1)), true, 3)).containsExactlyElementsOf(all.subList(0, 1));
        assertThat(page(position(all.getFirst()), true, 3)).isEmpty();
        assertThat(page(Optional.empty(), true, 3)).containsExactlyElementsOf(all.subList(3, 6));
    }

    @Test
    void a_position_stays_right_when_its_room_goes() {
        publish(Rooms.room("a"), summary(3));
        publish(Rooms.room("b"), summary(2));
        publish(Rooms.room("c"), summary(1));
        var second = position(page(Optional.empty(), false, 100).get(1));

        store().publish(Rooms.room("b"), false);

        assertThat(ids(page(second, false, 10))).containsExactly(Rooms.room("c"));
        assertThat(ids(page(second, true, 10))).containsExactly(Rooms.room("a"));
    }

    @Test
    void rooms_are_searched_by_name_topic_canonical_alias_and_id() {
        publish(Rooms.room("a"), named("The Swallows"));
        publish(Rooms.room("b"), showing(Optional.empty(), Optional.of("all of swallows"), Optional.empty()));
        publish(Rooms.room("c"), showing(Optional.empty(), Optional.empty(), Optional.of("#swallows:hirundo.example")));
        publish(Rooms.room("swallows"), summary(1));
        publish(Rooms.room("e"), named("Swifts"));

        assertThat(search("swallow"))
                .containsExactly(Rooms.room("a"), Rooms.room("b"), Rooms.room("c"), Rooms.room("swallows"));
        assertThat(search("storks")).isEmpty();
    }

    @Test
    void letter_case_does_not_matter_to_a_search() {
        publish(Rooms.room("a"), named("\u00C4PFEL und Birnen"));
        publish(Rooms.room("b"), named("\u00E4pfel"));
        publish(Rooms.room("c"), named("\u041B\u0430\u0441\u0442\u043E\u0447\u043A\u0430"));

        assertThat(search("\u00C4pfel")).containsExactly(Rooms.room("a"), Rooms.room("b"));
        assertThat(search("BIRNEN")).containsExactly(Rooms.room("a"));
        assertThat(search("\u043B\u0410\u0421\u0422")).containsExactly(Rooms.room("c"));
    }

    @Test
    void a_room_takes_the_place_of_another_with_all_its_names() {
        publish(Rooms.ATTIC, named("old"));
        show(Rooms.BARN, named("new"));
        store().add(entry("swallows", Rooms.ATTIC));
        store().add(entry("swifts", Rooms.ATTIC));
        store().add(entry("owls", Rooms.room("tower")));

        store().replace(Rooms.ATTIC, Rooms.BARN);

        assertThat(store().aliasesOf(Rooms.BARN))
                .containsExactly(entry("swallows", Rooms.BARN), entry("swifts", Rooms.BARN));
        assertThat(store().aliasesOf(Rooms.ATTIC)).isEmpty();
        assertThat(store().find(alias("owls"))).contains(entry("owls", Rooms.room("tower")));
        assertThat(ids(page(Optional.empty(), false, 10))).containsExactly(Rooms.BARN);
        assertThat(store().isPublished(Rooms.ATTIC)).isFalse();
    }

    @Test
    void a_room_that_takes_the_place_of_a_hidden_one_stays_as_it_is() {
        show(Rooms.ATTIC, named("old"));
        show(Rooms.BARN, named("new"));
        publish(Rooms.CAPITAL_ATTIC, named("elsewhere"));

        store().replace(Rooms.ATTIC, Rooms.BARN);
        store().replace(Rooms.ATTIC, Rooms.CAPITAL_ATTIC);

        assertThat(store().isPublished(Rooms.BARN)).isFalse();
        assertThat(store().isPublished(Rooms.CAPITAL_ATTIC)).isTrue();
    }

    @Test
    void a_search_term_is_taken_literally() {
        publish(Rooms.room("a"), named("100% .* [a-z] a_b \\ $ ( '"));
        publish(Rooms.room("b"), named("100 and acb"));

        for (var term : List.of("0%", ".*", "[a-z]", "a_b", "\\", "$", "(", "'")) {
            assertThat(search(term)).as(term).containsExactly(Rooms.room("a"));
        }
    }

    @Test
    void a_search_term_matches_within_one_text_only() {
        publish(
                Rooms.room("a"),
                showing(Optional.of("barn"), Optional.of("swallows"), Optional.of("#nest:hirundo.example")));

        assertThat(search("barnswallows")).isEmpty();
        assertThat(search("barn swallows")).isEmpty();
        assertThat(search("barn\nswallows")).isEmpty();
    }

    @Test
    void a_search_follows_the_summary() {
        publish(Rooms.ATTIC, named("Swifts"));

        show(Rooms.ATTIC, named("Swallows"));

        assertThat(search("swallows")).containsExactly(Rooms.ATTIC);
        assertThat(search("swifts")).isEmpty();
    }

    @Test
    void a_search_is_paged_too() {
        for (int number = 0; number < 9; number++) {
            publish(Rooms.room("room" + number), named(number % 3 == 0 ? "wanted" : "other"));
        }

        var first = store().published(OURS, Optional.of("wanted"), Set.of(), Optional.empty(), false, 2);
        var rest = store().published(OURS, Optional.of("wanted"), Set.of(), position(first.getLast()), false, 2);

        assertThat(ids(first)).containsExactly(Rooms.room("room0"), Rooms.room("room3"));
        assertThat(ids(rest)).containsExactly(Rooms.room("room6"));
    }

    @Test
    void rooms_are_narrowed_down_by_type() {
        publish(Rooms.room("a"), summary(1));
        publish(Rooms.room("b"), typed("m.space"));
        publish(Rooms.room("c"), typed("example.game"));

        assertThat(ofTypes()).containsExactly(Rooms.room("a"), Rooms.room("b"), Rooms.room("c"));
        assertThat(ofTypes("m.space")).containsExactly(Rooms.room("b"));
        assertThat(ofTypes("")).containsExactly(Rooms.room("a"));
        assertThat(ofTypes("", "example.game")).containsExactly(Rooms.room("a"), Rooms.room("c"));
        assertThat(ofTypes("M.SPACE")).isEmpty();
    }
}
