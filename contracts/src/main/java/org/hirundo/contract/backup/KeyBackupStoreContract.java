package org.hirundo.contract.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.port.backup.KeyBackupStore.BackupVersion;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link KeyBackupStore} guarantees. */
public abstract class KeyBackupStoreContract extends StorageContract {

    private static final String ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2";

    /** Of two {@linkplain Contents#numbered numbered} keys the one with the larger number; of equal ones the old. */
    private static JsonObject larger(JsonObject old, JsonObject fresh) {
        return number(fresh) > number(old) ? fresh : old;
    }

    private static JsonObject unexpected(JsonObject old, JsonObject fresh) {
        throw new AssertionError("There is nothing to choose from, but " + old + " and " + fresh);
    }

    private KeyBackupStore store() {
        return storage().keyBackups();
    }

    private static long number(JsonObject key) {
        return key.integer("number").orElseThrow();
    }

    private String begin() {
        return store().create(Users.ALICE, ALGORITHM, JsonObject.EMPTY).version();
    }

    private BackupVersion put(String version, RoomId room, String session, JsonObject key) {
        return store().put(Users.ALICE, version, Map.of(room, Map.of(session, key)), KeyBackupStoreContract::larger)
                .orElseThrow();
    }

    private Map<RoomId, Map<String, JsonObject>> all(String version) {
        return store().keys(Users.ALICE, version, Optional.empty(), Optional.empty());
    }

    private BackupVersion current() {
        return store().current(Users.ALICE).orElseThrow();
    }

    @Test
    void a_new_version_is_the_current_one_and_empty() {
        var created = store().create(Users.ALICE, ALGORITHM, Contents.AWKWARD);

        assertThat(created.algorithm()).isEqualTo(ALGORITHM);
        assertThat(created.authData()).isEqualTo(Contents.AWKWARD);
        assertThat(created.count()).isZero();
        assertThat(store().current(Users.ALICE)).contains(created);
        assertThat(store().version(Users.ALICE, created.version())).contains(created);
        assertThat(all(created.version())).isEmpty();
    }

    @Test
    void a_user_without_backup_has_no_current_version() {
        begin();

        assertThat(store().current(Users.BOB)).isEmpty();
        assertThat(store().version(Users.BOB, "1")).isEmpty();
    }

    @Test
    void versions_are_numbered_per_user_from_one() {
        assertThat(List.of(begin(), begin(), begin())).containsExactly("1", "2", "3");
        assertThat(store().create(Users.BOB, ALGORITHM, JsonObject.EMPTY).version())
                .isEqualTo("1");
        assertThat(store().create(Users.CAPITAL_ALICE, ALGORITHM, JsonObject.EMPTY)
                        .version())
                .isEqualTo("1");
    }

    @Test
    void a_version_is_never_used_again() {
        store().delete(Users.ALICE, begin());
        assertThat(begin()).isEqualTo("2");
        store().delete(Users.ALICE, "2");

        assertThat(begin()).isEqualTo("3");
    }

    @Test
    void versions_begun_at_the_same_time_differ() {
        assertThat(Concurrently.call(8, caller -> begin()))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void the_tenth_version_is_newer_than_the_ninth() {
        for (int number = 0; number < 10; number++) {
            begin();
        }

        assertThat(current().version()).isEqualTo("10");
    }

    @Test
    void the_newest_version_that_is_not_deleted_is_current() {
        begin();
        begin();
        begin();

        store().delete(Users.ALICE, "3");
        assertThat(current().version()).isEqualTo("2");
        store().delete(Users.ALICE, "1");
        assertThat(current().version()).isEqualTo("2");
        store().delete(Users.ALICE, "2");
        assertThat(store().current(Users.ALICE)).isEmpty();
    }

    @Test
    void what_is_not_the_name_of_a_version_names_none() {
        begin();

        for (var name : List.of("", "0", "01", "+1", "-1", " 1", "1 ", "1.0", "\u0661", "2", "99999999999999999999")) {
            assertThat(store().version(Users.ALICE, name)).as(name).isEmpty();
            assertThat(store().delete(Users.ALICE, name)).as(name).isFalse();
            assertThat(store().updateAuthData(Users.ALICE, name, Contents.AWKWARD))
                    .as(name)
                    .isFalse();
            assertThat(store().put(Users.ALICE, name, Map.of(), KeyBackupStoreContract::unexpected))
                    .as(name)
                    .isEmpty();
            assertThat(store().deleteKeys(Users.ALICE, name, Optional.empty(), Optional.empty()))
                    .as(name)
                    .isEmpty();
            assertThat(all(name)).as(name).isEmpty();
        }
        assertThat(current().authData()).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void authentication_data_is_replaced_and_the_keys_stay() {
        var version = begin();
        var before = put(version, Rooms.ATTIC, "session", Contents.numbered(1));

        assertThat(store().updateAuthData(Users.ALICE, version, Contents.AWKWARD))
                .isTrue();

        assertThat(current())
                .isEqualTo(new BackupVersion(version, ALGORITHM, Contents.AWKWARD, before.etag(), before.count()));
    }

    @Test
    void a_deleted_version_is_gone_with_its_keys() {
        var version = begin();
        var other = begin();
        put(version, Rooms.ATTIC, "session", Contents.numbered(1));
        put(other, Rooms.ATTIC, "session", Contents.numbered(2));

        assertThat(store().delete(Users.ALICE, version)).isTrue();

        assertThat(store().version(Users.ALICE, version)).isEmpty();
        assertThat(all(version)).isEmpty();
        assertThat(store().delete(Users.ALICE, version)).isFalse();
        assertThat(store().updateAuthData(Users.ALICE, version, JsonObject.EMPTY))
                .isFalse();
        assertThat(store().put(
                                Users.ALICE,
                                version,
                                Map.of(Rooms.ATTIC, Map.of("s", Contents.numbered(1))),
                                KeyBackupStoreContract::larger))
                .isEmpty();
        assertThat(store().deleteKeys(Users.ALICE, version, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(all(other)).isEqualTo(Map.of(Rooms.ATTIC, Map.of("session", Contents.numbered(2))));
    }

    @Test
    void keys_are_found_as_they_were_put() {
        var version = begin();
        var keys = Map.of(
                Rooms.ATTIC,
                Map.of("one", Contents.numbered(1), "two", Contents.AWKWARD),
                Rooms.HASHED,
                Map.of("one", Contents.numbered(3)));

        var after = store().put(Users.ALICE, version, keys, KeyBackupStoreContract::unexpected)
                .orElseThrow();

        assertThat(after.count()).isEqualTo(3);
        assertThat(current()).isEqualTo(after);
        assertThat(all(version)).isEqualTo(keys);
    }

    @Test
    void keys_are_narrowed_down_by_room_and_session() {
        var version = begin();
        put(version, Rooms.ATTIC, "one", Contents.numbered(1));
        put(version, Rooms.ATTIC, "two", Contents.numbered(2));
        put(version, Rooms.BARN, "one", Contents.numbered(3));

        assertThat(store().keys(Users.ALICE, version, Optional.of(Rooms.ATTIC), Optional.empty()))
                .isEqualTo(Map.of(Rooms.ATTIC, Map.of("one", Contents.numbered(1), "two", Contents.numbered(2))));
        assertThat(store().keys(Users.ALICE, version, Optional.of(Rooms.ATTIC), Optional.of("two")))
                .isEqualTo(Map.of(Rooms.ATTIC, Map.of("two", Contents.numbered(2))));
        assertThat(store().keys(Users.ALICE, version, Optional.of(Rooms.BARN), Optional.of("two")))
                .isEmpty();
        assertThat(store().keys(Users.ALICE, version, Optional.of(Rooms.HASHED), Optional.empty()))
                .isEmpty();
        assertThat(store().keys(Users.BOB, version, Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void rooms_and_sessions_are_compared_by_bytes_and_not_cut_off() {
        var version = begin();
        var sessions = List.of("session", "Session", "session ", "a.b", "$set", "\uD83D\uDE00", "", "s".repeat(255));
        var keys = new HashMap<RoomId, Map<String, JsonObject>>();
        long number = 0;
        for (var room : Rooms.awkward()) {
            var inRoom = new HashMap<String, JsonObject>();
            for (var session : sessions) {
                inRoom.put(session, Contents.numbered(number++));
            }
            keys.put(room, inRoom);
        }

        store().put(Users.ALICE, version, keys, KeyBackupStoreContract::unexpected);

        assertThat(all(version)).isEqualTo(keys);
        assertThat(current().count()).isEqualTo(number);
        var alone = Contents.numbered(number);
        put(version, Rooms.LONGEST, "another", alone);
        assertThat(store().keys(Users.ALICE, version, Optional.of(Rooms.LONGEST), Optional.of("another")))
                .isEqualTo(Map.of(Rooms.LONGEST, Map.of("another", alone)));
    }

    @Test
    void the_better_key_stays() {
        var version = begin();
        put(version, Rooms.ATTIC, "session", Contents.numbered(5));

        put(version, Rooms.ATTIC, "session", Contents.numbered(4));
        assertThat(all(version)).isEqualTo(Map.of(Rooms.ATTIC, Map.of("session", Contents.numbered(5))));

        put(version, Rooms.ATTIC, "session", Contents.numbered(6));
        assertThat(all(version)).isEqualTo(Map.of(Rooms.ATTIC, Map.of("session", Contents.numbered(6))));
    }

    @Test
    void the_etag_moves_with_the_keys_and_only_then() {
        var version = begin();
        var empty = current();
        var first = put(version, Rooms.ATTIC, "one", Contents.numbered(5));
        var worse = put(version, Rooms.ATTIC, "one", Contents.numbered(4));
        var same = put(version, Rooms.ATTIC, "one", Contents.numbered(5));
        var better = put(version, Rooms.ATTIC, "one", Contents.numbered(6));
        var more = put(version, Rooms.ATTIC, "two", Contents.numbered(1));

        assertThat(List.of(empty.etag(), first.etag(), better.etag(), more.etag()))
                .doesNotHaveDuplicates();
        assertThat(worse).isEqualTo(first);
        assertThat(same).isEqualTo(first);
        assertThat(List.of(empty.count(), first.count(), better.count(), more.count()))
                .containsExactly(0L, 1L, 1L, 2L);
    }

    @Test
    void one_call_adds_replaces_and_keeps() {
        var version = begin();
        put(version, Rooms.ATTIC, "replaced", Contents.numbered(1));
        put(version, Rooms.ATTIC, "kept", Contents.numbered(9));

        var after = store().put(
                        Users.ALICE,
                        version,
                        Map.of(
                                Rooms.ATTIC,
                                Map.of("replaced", Contents.numbered(2), "kept", Contents.numbered(8)),
                                Rooms.BARN,
                                Map.of("added", Contents.numbered(3))),
                        KeyBackupStoreContract::larger)
                .orElseThrow();

        assertThat(after.count()).isEqualTo(3);
        assertThat(all(version))
                .isEqualTo(Map.of(
                        Rooms.ATTIC,
                        Map.of("replaced", Contents.numbered(2), "kept", Contents.numbered(9)),
                        Rooms.BARN,
                        Map.of("added", Contents.numbered(3))));
    }

    @Test
    void when_the_choice_fails_nothing_is_changed() {
        var version = begin();
        var before = put(version, Rooms.ATTIC, "session", Contents.numbered(1));
        var keys = Map.of(
                Rooms.ATTIC, Map.of("session", Contents.numbered(2), "added", Contents.numbered(3)),
                Rooms.BARN, Map.of("added", Contents.numbered(4)));
        var failure = new IllegalStateException("cannot choose");

        assertThatThrownBy(() -> store().put(Users.ALICE, version, keys, (old, fresh) -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(current()).isEqualTo(before);
        assertThat(all(version)).isEqualTo(Map.of(Rooms.ATTIC, Map.of("session", Contents.numbered(1))));
    }

    @Test
    void concurrent_puts_lose_no_key_and_keep_the_best() {
        var version = begin();

        Concurrently.call(8, caller -> store().put(
                        Users.ALICE,
                        version,
                        Map.of(
                                Rooms.ATTIC,
                                Map.of("shared", Contents.numbered(caller), "own " + caller, Contents.numbered(0))),
                        KeyBackupStoreContract::larger));

        var kept = all(version).get(Rooms.ATTIC);
        assertThat(kept).hasSize(9).containsEntry("shared", Contents.numbered(7));
        assertThat(current().count()).isEqualTo(9);
    }

    @Test
    void thousands_of_keys_are_put_in_one_call() {
        var version = begin();
        var keys = new HashMap<String, JsonObject>();
        for (int number = 0; number < 3_000; number++) {
            keys.put("session" + number, Contents.numbered(number));
        }

        var first = store().put(Users.ALICE, version, Map.of(Rooms.ATTIC, keys), KeyBackupStoreContract::unexpected)
                .orElseThrow();
        var again = store().put(Users.ALICE, version, Map.of(Rooms.ATTIC, keys), KeyBackupStoreContract::larger)
                .orElseThrow();

        assertThat(first.count()).isEqualTo(3_000);
        assertThat(again).isEqualTo(first);
        assertThat(all(version)).isEqualTo(Map.of(Rooms.ATTIC, keys));
    }

    @Test
    void keys_are_deleted_by_room_and_session() {
        var version = begin();
        put(version, Rooms.ATTIC, "one", Contents.numbered(1));
        put(version, Rooms.ATTIC, "two", Contents.numbered(2));
        put(version, Rooms.BARN, "one", Contents.numbered(3));
        var before = put(version, Rooms.BARN, "two", Contents.numbered(4));

        var oneLess = store().deleteKeys(Users.ALICE, version, Optional.of(Rooms.ATTIC), Optional.of("one"))
                .orElseThrow();
        assertThat(oneLess.count()).isEqualTo(3);
        assertThat(oneLess.etag()).isNotEqualTo(before.etag());
        assertThat(all(version).get(Rooms.ATTIC)).isEqualTo(Map.of("two", Contents.numbered(2)));

        var roomLess = store().deleteKeys(Users.ALICE, version, Optional.of(Rooms.BARN), Optional.empty())
                .orElseThrow();
        assertThat(roomLess.count()).isEqualTo(1);
        assertThat(all(version)).isEqualTo(Map.of(Rooms.ATTIC, Map.of("two", Contents.numbered(2))));

        var empty = store().deleteKeys(Users.ALICE, version, Optional.empty(), Optional.empty())
                .orElseThrow();
        assertThat(empty.count()).isZero();
        assertThat(current()).isEqualTo(empty);
        assertThat(all(version)).isEmpty();
    }

    @Test
    void deleting_keys_that_are_not_there_moves_no_etag() {
        var version = begin();
        var before = put(version, Rooms.ATTIC, "one", Contents.numbered(1));

        assertThat(store().deleteKeys(Users.ALICE, version, Optional.of(Rooms.BARN), Optional.empty()))
                .contains(before);
    }
}
