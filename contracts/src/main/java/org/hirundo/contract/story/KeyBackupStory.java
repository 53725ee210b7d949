package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hirundo.application.backup.CreateBackup;
import org.hirundo.application.backup.DeleteBackup;
import org.hirundo.application.backup.DeleteRoomKeys;
import org.hirundo.application.backup.GetBackup;
import org.hirundo.application.backup.GetRoomKeys;
import org.hirundo.application.backup.PutRoomKeys;
import org.hirundo.application.backup.Selection;
import org.hirundo.application.backup.UpdateBackup;
import org.hirundo.application.port.backup.KeyBackupStore.BackupVersion;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.WrongRoomKeysVersion;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Backing up keys on the server. */
public abstract class KeyBackupStory extends PeopleStory {

    private static final RoomId ROOM = RoomId.parse("!room:hirundo.example");
    private static final RoomId OTHER = RoomId.parse("!other:hirundo.example");
    private static final String ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2";
    private static final JsonObject BACKUP =
            JsonObject.of("algorithm", ALGORITHM).with("auth_data", JsonObject.of("public_key", "abc"));

    private static JsonObject key(boolean verified, long index, long forwarded) {
        return JsonObject.of("is_verified", JsonBoolean.of(verified))
                .with("first_message_index", index)
                .with("forwarded_count", forwarded)
                .with("session_data", JsonObject.of("ciphertext", verified + " " + index + " " + forwarded));
    }

    private static Selection all(String version) {
        return new Selection(version, Optional.empty(), Optional.empty());
    }

    private static Selection of(String version, RoomId room) {
        return new Selection(version, Optional.of(room), Optional.empty());
    }

    private static Selection of(String version, RoomId room, String session) {
        return new Selection(version, Optional.of(room), Optional.of(session));
    }

    private String begins(Requester user) {
        return the(CreateBackup.class).create(user, BACKUP);
    }

    private BackupVersion puts(Requester user, Selection selection, JsonObject body) {
        return the(PutRoomKeys.class).put(user, selection, body);
    }

    private JsonObject reads(Requester user, Selection selection) {
        return the(GetRoomKeys.class).get(user, selection);
    }

    private BackupVersion current(Requester user) {
        return the(GetBackup.class).get(user, Optional.empty());
    }

    @Test
    void a_backup_begins_empty_and_the_newest_is_the_current_one() {
        var dora = registers("dora");
        assertThatThrownBy(() -> current(dora)).isInstanceOf(NotFound.class);
        var first = begins(dora);
        var second = begins(dora);

        assertThat(second).isNotEqualTo(first);
        assertThat(current(dora).version()).isEqualTo(second);
        assertThat(current(dora).algorithm()).isEqualTo(ALGORITHM);
        assertThat(current(dora).authData()).isEqualTo(JsonObject.of("public_key", "abc"));
        assertThat(current(dora).count()).isZero();
        assertThat(the(GetBackup.class).get(dora, Optional.of(first)).version()).isEqualTo(first);
        assertThat(reads(dora, all(second))).isEqualTo(JsonObject.of("rooms", JsonObject.EMPTY));
        assertThat(reads(dora, of(second, ROOM))).isEqualTo(JsonObject.of("sessions", JsonObject.EMPTY));
        assertThatThrownBy(() -> current(registers("emil"))).isInstanceOf(NotFound.class);
    }

    @Test
    void keys_are_put_and_read_one_by_one_by_room_and_all_at_once() {
        var dora = registers("dora");
        var version = begins(dora);
        var one = key(false, 0, 0);
        var two = key(true, 5, 0);
        var three = key(true, 7, 1);
        assertThat(puts(dora, of(version, ROOM, "a/1"), one).count()).isEqualTo(1);
        puts(dora, of(version, ROOM), JsonObject.of("sessions", JsonObject.of("b", two)));
        var rooms = JsonObject.of(OTHER.toString(), JsonObject.of("sessions", JsonObject.of("c", three)));
        assertThat(puts(dora, all(version), JsonObject.of("rooms", rooms)).count())
                .isEqualTo(3);
        restart();

        assertThat(reads(dora, of(version, ROOM, "a/1"))).isEqualTo(one);
        assertThat(reads(dora, of(version, ROOM)))
                .isEqualTo(JsonObject.of("sessions", JsonObject.of("a/1", one).with("b", two)));
        assertThat(reads(dora, all(version)).object("rooms").orElseThrow().names())
                .containsExactlyInAnyOrder(ROOM.toString(), OTHER.toString());
        assertThatThrownBy(() -> reads(dora, of(version, ROOM, "none"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reads(dora, of(version, OTHER, "a/1"))).isInstanceOf(NotFound.class);
    }

    @Test
    void of_two_keys_of_a_session_the_better_one_stays() {
        var dora = registers("dora");
        var version = begins(dora);
        var where = of(version, ROOM, "a");
        for (var offered : new JsonObject[] {key(false, 9, 9), key(false, 9, 3), key(false, 2, 5), key(true, 8, 8)}) {
            puts(dora, where, offered);
            assertThat(reads(dora, where)).isEqualTo(offered);
        }
        var etag = current(dora).etag();
        for (var worse : new JsonObject[] {key(false, 0, 0), key(true, 9, 0), key(true, 8, 9), key(true, 8, 8)}) {
            puts(dora, where, worse);
            assertThat(reads(dora, where)).isEqualTo(key(true, 8, 8));
        }
        assertThat(current(dora).etag()).isEqualTo(etag);
        assertThat(current(dora).count()).isEqualTo(1);
    }

    @Test
    void keys_go_into_the_current_backup_alone() {
        var dora = registers("dora");
        assertThatThrownBy(() -> puts(dora, of("1", ROOM, "a"), key(true, 0, 0)))
                .isInstanceOf(NotFound.class);
        var old = begins(dora);
        puts(dora, of(old, ROOM, "a"), key(true, 0, 0));
        var current = begins(dora);

        assertThatThrownBy(() -> puts(dora, of(old, ROOM, "b"), key(true, 0, 0)))
                .isInstanceOfSatisfying(WrongRoomKeysVersion.class, wrong -> assertThat(wrong.currentVersion())
                        .isEqualTo(current));
        assertThat(reads(dora, of(old, ROOM, "a"))).isEqualTo(key(true, 0, 0));
    }

    @Test
    void keys_are_deleted_one_by_one_by_room_and_all_at_once() {
        var dora = registers("dora");
        var version = begins(dora);
        for (var room : new RoomId[] {ROOM, OTHER}) {
            for (var session : new String[] {"a", "b"}) {
                puts(dora, of(version, room, session), key(true, 0, 0));
            }
        }
        var delete = the(DeleteRoomKeys.class);
        var before = current(dora).etag();
        assertThat(delete.delete(dora, of(version, ROOM, "a")).count()).isEqualTo(3);
        assertThat(current(dora).etag()).isNotEqualTo(before);
        assertThat(delete.delete(dora, of(version, ROOM, "none")).count()).isEqualTo(3);
        assertThat(delete.delete(dora, of(version, OTHER)).count()).isEqualTo(1);
        assertThat(delete.delete(dora, all(version)).count()).isZero();
        assertThatThrownBy(() -> delete.delete(dora, all("99"))).isInstanceOf(NotFound.class);
    }

    @Test
    void of_a_backup_only_the_authentication_data_changes() {
        var dora = registers("dora");
        var version = begins(dora);
        var changed =
                BACKUP.with("auth_data", JsonObject.of("public_key", "abc").with("signatures", JsonObject.EMPTY));
        var update = the(UpdateBackup.class);
        update.update(dora, version, changed.with("version", version));

        assertThat(current(dora).authData())
                .isEqualTo(changed.object("auth_data").orElseThrow());
        assertThatThrownBy(() -> update.update(dora, version, changed.with("algorithm", "another")))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> update.update(dora, version, changed.with("version", "99")))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> update.update(dora, "99", changed)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_deleted_backup_is_gone_and_may_be_deleted_again() {
        var dora = registers("dora");
        var first = begins(dora);
        var second = begins(dora);
        puts(dora, of(second, ROOM, "a"), key(true, 0, 0));
        var delete = the(DeleteBackup.class);
        delete.delete(dora, second);

        assertThat(current(dora).version()).isEqualTo(first);
        assertThatThrownBy(() -> reads(dora, all(second))).isInstanceOf(NotFound.class);
        delete.delete(dora, first);
        delete.delete(dora, first);
        assertThatThrownBy(() -> current(dora)).isInstanceOf(NotFound.class);
        assertThat(begins(dora)).isNotIn(first, second);
        delete.delete(dora, second);
        assertThatThrownBy(() -> delete.delete(dora, "99")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> delete.delete(dora, "none")).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_reaches_the_backup_of_another() {
        var dora = registers("dora");
        var emil = registers("emil");
        var version = begins(dora);
        puts(dora, of(version, ROOM, "a"), key(true, 0, 0));

        assertThatThrownBy(() -> reads(emil, all(version))).isInstanceOf(NotFound.class);
        begins(emil);
        assertThat(reads(emil, all(version))).isEqualTo(JsonObject.of("rooms", JsonObject.EMPTY));
        assertThatThrownBy(() -> begins(Server.guest("g"))).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void what_is_no_backup_and_no_key_is_refused() {
        var dora = registers("dora");
        assertThatThrownBy(() -> the(CreateBackup.class).create(dora, BACKUP.without("algorithm")))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> the(CreateBackup.class).create(dora, BACKUP.with("auth_data", "none")))
                .isInstanceOf(BadJson.class);
        var version = begins(dora);
        assertThatThrownBy(
                        () -> puts(dora, of(version, ROOM, "a"), key(true, 0, 0).without("session_data")))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> puts(
                        dora, of(version, ROOM, "a"), key(true, 0, 0).with("first_message_index", new JsonInteger(-1))))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> puts(dora, all(version), JsonObject.EMPTY)).isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> puts(dora, of(version, ROOM), JsonObject.EMPTY))
                .isInstanceOf(BadJson.class);
        assertThat(current(dora).count()).isZero();
    }
}
