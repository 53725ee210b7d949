package org.hirundo.contract.accountdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.accountdata.AccountDataStore.Entry;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link AccountDataStore} guarantees. */
public abstract class AccountDataStoreContract extends StorageContract {

    private static final String TYPE = "org.example.type";
    private static final Optional<RoomId> GLOBAL = Optional.empty();
    private static final Optional<RoomId> ATTIC = Optional.of(Rooms.ATTIC);

    private AccountDataStore store() {
        return storage().accountData();
    }

    private StreamPosition put(UserId user, Optional<RoomId> room, String type, JsonObject content) {
        var change = new AccountDataChange(user, room, type, content);
        return ((Committed) storage().stream().commit(List.of(change)).getFirst()).first();
    }

    private List<Entry> all(UserId user) {
        return store().changed(user, StreamPosition.START, storage().stream().position());
    }

    @Test
    void account_data_is_found_as_it_was_put() {
        put(Users.ALICE, GLOBAL, TYPE, Contents.AWKWARD);

        assertThat(store().find(Users.ALICE, GLOBAL, TYPE)).contains(Contents.AWKWARD);
        assertThat(store().find(Users.ALICE, GLOBAL, "org.example.other")).isEmpty();
    }

    @Test
    void that_of_rooms_and_that_of_all_rooms_are_kept_apart() {
        put(Users.ALICE, GLOBAL, TYPE, Contents.numbered(0));
        for (var room : Rooms.awkward()) {
            put(Users.ALICE, Optional.of(room), TYPE, Contents.numbered(room.hashCode()));
        }

        assertThat(store().find(Users.ALICE, GLOBAL, TYPE)).contains(Contents.numbered(0));
        for (var room : Rooms.awkward()) {
            assertThat(store().find(Users.ALICE, Optional.of(room), TYPE)).contains(Contents.numbered(room.hashCode()));
        }
    }

    @Test
    void users_have_their_own() {
        for (var user : Users.awkward()) {
            put(user, ATTIC, TYPE, Contents.numbered(user.hashCode()));
        }

        for (var user : Users.awkward()) {
            assertThat(store().find(user, ATTIC, TYPE)).contains(Contents.numbered(user.hashCode()));
            assertThat(all(user)).hasSize(1);
        }
    }

    @Test
    void types_are_compared_by_bytes_and_not_cut_off() {
        var types = List.of(
                TYPE, "org.example.Type", TYPE + " ", "a\u0000b", "a\u0001b", "t".repeat(1_000), "\uD83D\uDE00", "");
        for (var type : types) {
            put(Users.ALICE, GLOBAL, type, JsonObject.of("type", type));
        }

        assertThat(all(Users.ALICE).stream().map(Entry::type)).containsExactlyElementsOf(types);
        for (var type : types) {
            assertThat(store().find(Users.ALICE, GLOBAL, type)).contains(JsonObject.of("type", type));
        }
    }

    @Test
    void several_types_are_found_at_once() {
        var awkward = "a\u0000b";
        put(Users.ALICE, GLOBAL, TYPE, Contents.numbered(1));
        put(Users.ALICE, GLOBAL, awkward, Contents.numbered(2));
        put(Users.ALICE, GLOBAL, "org.example.other", Contents.numbered(3));
        put(Users.ALICE, ATTIC, TYPE, Contents.numbered(4));
        put(Users.BOB, GLOBAL, TYPE, Contents.numbered(5));

        assertThat(store().find(Users.ALICE, GLOBAL, Set.of(TYPE, awkward, "org.example.none")))
                .isEqualTo(Map.of(TYPE, Contents.numbered(1), awkward, Contents.numbered(2)));
        assertThat(store().find(Users.ALICE, ATTIC, Set.of(TYPE, awkward)))
                .isEqualTo(Map.of(TYPE, Contents.numbered(4)));
        assertThat(store().find(Users.ALICE, GLOBAL, Set.of())).isEmpty();
    }

    @Test
    void new_content_takes_the_place_of_the_old_and_has_a_new_position() {
        var first = put(Users.ALICE, ATTIC, TYPE, Contents.numbered(1));
        var second = put(Users.ALICE, ATTIC, TYPE, Contents.numbered(2));

        assertThat(store().find(Users.ALICE, ATTIC, TYPE)).contains(Contents.numbered(2));
        assertThat(all(Users.ALICE)).containsExactly(new Entry(ATTIC, TYPE, Contents.numbered(2), second));
        assertThat(store().changed(Users.ALICE, StreamPosition.START, first)).isEmpty();
    }

    @Test
    void deleted_account_data_is_an_empty_object() {
        put(Users.ALICE, GLOBAL, TYPE, Contents.numbered(1));
        var deleted = put(Users.ALICE, GLOBAL, TYPE, JsonObject.EMPTY);

        assertThat(all(Users.ALICE)).containsExactly(new Entry(GLOBAL, TYPE, JsonObject.EMPTY, deleted));
    }

    @Test
    void what_changed_in_a_range_comes_in_order() {
        var first = put(Users.ALICE, GLOBAL, "z", Contents.numbered(1));
        var second = put(Users.ALICE, ATTIC, "y", Contents.numbered(2));
        put(Users.BOB, GLOBAL, "x", Contents.numbered(3));
        var fourth = put(Users.ALICE, GLOBAL, "a", Contents.numbered(4));
        put(Users.ALICE, GLOBAL, "b", Contents.numbered(5));

        assertThat(store().changed(Users.ALICE, first, fourth))
                .containsExactly(
                        new Entry(ATTIC, "y", Contents.numbered(2), second),
                        new Entry(GLOBAL, "a", Contents.numbered(4), fourth));
    }

    @Test
    void of_two_changes_in_one_commit_the_later_stays() {
        storage().stream()
                .commit(List.of(
                        new AccountDataChange(Users.ALICE, GLOBAL, TYPE, Contents.numbered(1)),
                        new AccountDataChange(Users.ALICE, GLOBAL, TYPE, Contents.numbered(2))));

        assertThat(all(Users.ALICE))
                .containsExactly(new Entry(
                        GLOBAL, TYPE, Contents.numbered(2), storage().stream().position()));
    }
}
