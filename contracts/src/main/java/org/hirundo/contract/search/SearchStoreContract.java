package org.hirundo.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.search.SearchStore.Entry;
import org.hirundo.application.port.search.SearchStore.Hit;
import org.hirundo.application.port.search.SearchStore.Question;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.search.SearchKey;
import org.junit.jupiter.api.Test;

/** What every {@link SearchStore} guarantees. */
public abstract class SearchStoreContract extends StorageContract {

    private static final Set<SearchKey> ALL_KEYS = Set.of(SearchKey.values());

    private final Map<RoomId, GrowingRoom> rooms = new HashMap<>();

    private SearchStore store() {
        return storage().search();
    }

    /** An event that is in the room, with what is to be found of it. */
    private Entry entry(RoomId id, SearchKey key, String... terms) {
        var room = rooms.computeIfAbsent(id, GrowingRoom::new);
        var event = room.revision() == 0
                ? room.join(Users.ALICE)
                : room.message(Users.ALICE, Contents.numbered(room.revision()));
        var outcome = storage().stream().commit(List.of(room.commit(event))).getFirst();
        return new Entry(((Committed) outcome).first(), event.id(), id, key, Set.of(terms));
    }

    private Entry entry(RoomId id, String... terms) {
        return entry(id, SearchKey.BODY, terms);
    }

    private void add(Entry... entries) {
        store().index(List.of(entries), Set.of());
    }

    private List<Hit> find(RoomId room, String... terms) {
        return store().find(about(Set.of(room), terms), Optional.empty(), 100);
    }

    private static Question about(Set<RoomId> rooms, String... terms) {
        return new Question(rooms, ALL_KEYS, Set.of(terms));
    }

    private static Hit hit(Entry entry) {
        return new Hit(entry.position(), entry.event());
    }

    @Test
    void what_has_all_the_terms_is_found_newest_first() {
        var one = entry(Rooms.ATTIC, "red", "house");
        var two = entry(Rooms.ATTIC, "red", "fox");
        var three = entry(Rooms.ATTIC, "house", "of", "the", "red", "fox");
        add(two, one, three);

        assertThat(find(Rooms.ATTIC, "red")).containsExactly(hit(three), hit(two), hit(one));
        assertThat(find(Rooms.ATTIC, "red", "house")).containsExactly(hit(three), hit(one));
        assertThat(find(Rooms.ATTIC, "fox", "house", "of", "red")).containsExactly(hit(three));
        assertThat(find(Rooms.ATTIC, "red", "blue")).isEmpty();
    }

    @Test
    void terms_are_compared_by_bytes_and_whole() {
        var awkward = List.of("tea", "Tea", "té", "te\u0301", "京都", "京", "𝒳", "x".repeat(64), "a.b$c", "te", "%");
        var entries = awkward.stream().map(term -> entry(Rooms.ATTIC, term)).toList();
        store().index(entries, Set.of());

        for (int number = 0; number < awkward.size(); number++) {
            assertThat(find(Rooms.ATTIC, awkward.get(number))).containsExactly(hit(entries.get(number)));
        }
    }

    @Test
    void only_the_rooms_that_are_named_are_searched() {
        var entries = new ArrayList<Entry>();
        for (var room : Rooms.awkward()) {
            entries.add(entry(room, "tea"));
        }
        store().index(entries, Set.of());

        for (var entry : entries) {
            assertThat(find(entry.room(), "tea")).containsExactly(hit(entry));
        }
        var first = entries.get(0);
        var second = entries.get(1);
        assertThat(store().find(about(Set.of(first.room(), second.room()), "tea"), Optional.empty(), 100))
                .containsExactly(hit(second), hit(first));
        assertThat(find(Rooms.room("elsewhere"), "tea")).isEmpty();
    }

    @Test
    void only_the_keys_that_are_named_are_searched() {
        var body = entry(Rooms.ATTIC, SearchKey.BODY, "tea");
        var name = entry(Rooms.ATTIC, SearchKey.NAME, "tea");
        var topic = entry(Rooms.ATTIC, SearchKey.TOPIC, "tea");
        add(body, name, topic);

        var names = new Question(Set.of(Rooms.ATTIC), Set.of(SearchKey.NAME), Set.of("tea"));
        var others = new Question(Set.of(Rooms.ATTIC), Set.of(SearchKey.BODY, SearchKey.TOPIC), Set.of("tea"));
        assertThat(store().find(names, Optional.empty(), 100)).containsExactly(hit(name));
        assertThat(store().find(others, Optional.empty(), 100)).containsExactly(hit(topic), hit(body));
        assertThat(store().count(others, 100)).isEqualTo(2);
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        var entries = IntStream.range(0, 7)
                .mapToObj(number -> entry(number % 2 == 0 ? Rooms.ATTIC : Rooms.BARN, "tea", "number" + number))
                .toList();
        store().index(entries, Set.of());
        var everywhere = about(Set.of(Rooms.ATTIC, Rooms.BARN), "tea");
        var expected = entries.reversed().stream().map(SearchStoreContract::hit).toList();

        var first = store().find(everywhere, Optional.empty(), 3);
        var second = store().find(everywhere, Optional.of(first.getLast().position()), 3);
        var third = store().find(everywhere, Optional.of(second.getLast().position()), 3);

        assertThat(first).isEqualTo(expected.subList(0, 3));
        assertThat(second).isEqualTo(expected.subList(3, 6));
        assertThat(third).isEqualTo(expected.subList(6, 7));
    }

    @Test
    void counting_ends_at_the_limit() {
        for (int number = 0; number < 5; number++) {
            add(entry(Rooms.ATTIC, "tea"));
        }

        assertThat(store().count(about(Set.of(Rooms.ATTIC), "tea"), 100)).isEqualTo(5);
        assertThat(store().count(about(Set.of(Rooms.ATTIC), "tea"), 3)).isEqualTo(3);
        assertThat(store().count(about(Set.of(Rooms.ATTIC), "coffee"), 3)).isZero();
    }

    @Test
    void what_is_removed_is_not_found_by_any_term() {
        var gone = entry(Rooms.ATTIC, "tea", "time");
        var kept = entry(Rooms.ATTIC, "tea");
        add(gone, kept);
        store().index(List.of(), Set.of(gone.position(), new StreamPosition(1_000_000)));

        assertThat(find(Rooms.ATTIC, "tea")).containsExactly(hit(kept));
        assertThat(find(Rooms.ATTIC, "time")).isEmpty();
    }

    @Test
    void what_is_added_and_removed_at_once_is_removed() {
        var gone = entry(Rooms.ATTIC, "tea");
        store().index(List.of(gone), Set.of(gone.position()));

        assertThat(find(Rooms.ATTIC, "tea")).isEmpty();
    }

    @Test
    void doing_the_same_again_changes_nothing() {
        var one = entry(Rooms.ATTIC, "tea", "time");
        var two = entry(Rooms.ATTIC, "tea");
        for (int time = 0; time < 2; time++) {
            store().index(List.of(one, two), Set.of(new StreamPosition(1_000_000)));
        }
        store().index(List.of(), Set.of());

        assertThat(find(Rooms.ATTIC, "tea")).containsExactly(hit(two), hit(one));
        assertThat(store().count(about(Set.of(Rooms.ATTIC), "tea"), 100)).isEqualTo(2);
    }

    @Test
    void nothing_is_found_where_nothing_is_asked_for() {
        add(entry(Rooms.ATTIC, "tea"));

        assertThat(store().find(about(Set.of(), "tea"), Optional.empty(), 100)).isEmpty();
        assertThat(find(Rooms.ATTIC)).isEmpty();
        assertThat(store().find(about(Set.of(Rooms.ATTIC), "tea"), Optional.empty(), 0))
                .isEmpty();
        assertThat(store().count(about(Set.of(), "tea"), 100)).isZero();
    }

    @Test
    void a_long_text_and_many_rooms_are_no_trouble() {
        var terms =
                IntStream.range(0, 2_000).mapToObj(number -> "term" + number).toArray(String[]::new);
        var entry = entry(Rooms.ATTIC, terms);
        add(entry);
        var many = new HashSet<RoomId>();
        IntStream.range(0, 1_500).forEach(number -> many.add(Rooms.room("room" + number)));
        many.add(Rooms.ATTIC);

        assertThat(store().find(about(many, "term0", "term1999"), Optional.empty(), 10))
                .containsExactly(hit(entry));
    }
}
