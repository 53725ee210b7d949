package org.hirundo.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.SearchTerms;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Test;

/** What every {@link ProfileStore} guarantees. */
public abstract class ProfileStoreContract extends StorageContract {

    private ProfileStore store() {
        return storage().profiles();
    }

    private void set(UserId user, JsonObject profile) {
        assertThat(store().update(user, old -> profile)).isEqualTo(profile);
    }

    private static UnaryOperator<JsonObject> naming(String name) {
        return profile -> profile.with("displayname", name);
    }

    @Test
    void a_profile_is_found_as_it_was_set() {
        set(Users.ALICE, Contents.AWKWARD);

        assertThat(store().find(Users.ALICE)).contains(Contents.AWKWARD);
    }

    @Test
    void a_user_whose_profile_was_never_set_has_none() {
        set(Users.ALICE, Contents.numbered(1));

        assertThat(store().find(Users.BOB)).isEmpty();
    }

    @Test
    void the_first_change_gets_an_empty_object() {
        assertThat(store().update(Users.ALICE, profile -> profile.with("was_empty", profile.toString())))
                .isEqualTo(JsonObject.of("was_empty", "{}"));
    }

    @Test
    void a_change_gets_what_was_set_before() {
        set(Users.ALICE, JsonObject.of("avatar_url", "mxc://hirundo.example/a"));

        var changed = store().update(Users.ALICE, naming("Alice"));

        assertThat(changed)
                .isEqualTo(
                        JsonObject.of("avatar_url", "mxc://hirundo.example/a").with("displayname", "Alice"));
        assertThat(store().find(Users.ALICE)).contains(changed);
    }

    @Test
    void concurrent_changes_come_one_after_the_other() {
        Concurrently.call(12, caller -> store().update(Users.ALICE, profile -> profile.with("field" + caller, caller)));

        assertThat(store().find(Users.ALICE).orElseThrow().names()).hasSize(12);
    }

    @Test
    void when_the_change_fails_the_profile_stays() {
        set(Users.ALICE, Contents.numbered(1));
        var failure = new IllegalStateException("too large");

        assertThatThrownBy(() -> store().update(Users.ALICE, profile -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> store().update(Users.BOB, profile -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(store().find(Users.ALICE)).contains(Contents.numbered(1));
        assertThat(store().find(Users.BOB)).isEmpty();
    }

    @Test
    void users_are_compared_by_bytes_and_not_cut_off() {
        for (var user : Users.awkward()) {
            set(user, JsonObject.of("displayname", user.toString()));
        }

        for (var user : Users.awkward()) {
            assertThat(store().find(user)).contains(JsonObject.of("displayname", user.toString()));
        }
    }

    @Test
    void the_profiles_of_many_users_are_read_together() {
        set(Users.user("user0"), Contents.numbered(0));
        set(Users.user("user1499"), Contents.numbered(1499));
        set(Users.ALICE, Contents.numbered(1));

        assertThat(store().find(Users.many(1_500)))
                .isEqualTo(Map.of(
                        Users.user("user0"), Contents.numbered(0), Users.user("user1499"), Contents.numbered(1499)));
        assertThat(store().find(Set.<UserId>of())).isEmpty();
    }

    @Test
    void a_profile_of_the_largest_size_is_kept_whole() {
        var profile = JsonObject.of("displayname", "\uD83D\uDE00".repeat(16_000));

        set(Users.ALICE, profile);

        assertThat(store().find(Users.ALICE)).contains(profile);
    }

    private void meetIn(RoomId id, Optional<RoomSummary> face, UserId... users) {
        var room = new GrowingRoom(id);
        var joins = Arrays.stream(users).map(room::join).toArray(Event[]::new);
        storage().stream()
                .commit(List.of(face.map(shown -> room.commit(shown, joins)).orElseGet(() -> room.commit(joins))));
    }

    private static RoomSummary face(String joinRule, boolean worldReadable) {
        return new RoomSummary(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                joinRule,
                Optional.empty(),
                Optional.empty(),
                worldReadable,
                false,
                1,
                0);
    }

    private List<UserId> found(UserId searcher, String... words) {
        return store().search(searcher, Set.of(words), 10);
    }

    @Test
    void users_are_found_by_the_beginnings_of_their_words() {
        store().update(Users.BOB, naming("Robert Builder"));
        store().update(Users.CAROL, naming("Carol Builder"));
        meetIn(Rooms.ATTIC, Optional.empty(), Users.ALICE, Users.BOB, Users.CAROL);

        assertThat(found(Users.ALICE, "build")).containsExactly(Users.BOB, Users.CAROL);
        assertThat(found(Users.ALICE, "build", "rob")).containsExactly(Users.BOB);
        assertThat(found(Users.ALICE, "@bob:")).containsExactly(Users.BOB);
        assertThat(found(Users.ALICE, "bob", "builder")).containsExactly(Users.BOB);
        assertThat(found(Users.ALICE, "uilder")).isEmpty();
        assertThat(found(Users.ALICE, "build", "alice")).isEmpty();
        assertThat(found(Users.ALICE)).isEmpty();
        assertThat(store().search(Users.ALICE, Set.of("build"), 1)).containsExactly(Users.BOB);
    }

    @Test
    void nobody_is_found_twice_or_finds_themselves() {
        store().update(Users.BOB, naming("bo boo bob bobby"));
        meetIn(Rooms.ATTIC, Optional.empty(), Users.ALICE, Users.BOB);
        meetIn(Rooms.room("cellar"), Optional.of(face("public", true)), Users.ALICE, Users.BOB);

        assertThat(found(Users.ALICE, "bo")).containsExactly(Users.BOB);
        assertThat(found(Users.BOB, "bo")).isEmpty();
    }

    @Test
    void a_user_is_found_by_the_profile_as_it_is_now() {
        store().update(Users.BOB, naming("Robert"));
        store().update(Users.BOB, naming("Roberta Smith"));
        store().update(Users.BOB, naming("Smith"));
        meetIn(Rooms.ATTIC, Optional.empty(), Users.ALICE, Users.BOB);

        assertThat(found(Users.ALICE, "smith")).containsExactly(Users.BOB);
        assertThat(found(Users.ALICE, "robert")).isEmpty();
        store().update(Users.BOB, _ -> JsonObject.EMPTY);
        assertThat(found(Users.ALICE, "smith")).isEmpty();
        assertThat(found(Users.ALICE, "bob")).containsExactly(Users.BOB);
    }

    @Test
    void only_those_are_found_whom_the_searcher_can_meet() {
        for (var user : List.of(Users.BOB, Users.CAROL, Users.CAPITAL_ALICE, Users.LONGEST)) {
            store().update(user, naming("Somebody"));
        }
        meetIn(Rooms.ATTIC, Optional.of(face("public", false)), Users.BOB);
        meetIn(Rooms.room("cellar"), Optional.of(face("invite", true)), Users.CAROL);
        meetIn(Rooms.room("kitchen"), Optional.of(face("invite", false)), Users.CAPITAL_ALICE);
        var left = new GrowingRoom(Rooms.room("stairs"));
        storage().stream()
                .commit(List.of(left.commit(
                        left.join(Users.ALICE),
                        left.join(Users.LONGEST),
                        left.member(Users.LONGEST, Membership.LEAVE))));

        assertThat(found(Users.ALICE, "somebody")).containsExactly(Users.BOB, Users.CAROL);
        assertThat(found(Users.CAPITAL_ALICE, "somebody")).containsExactly(Users.BOB, Users.CAROL);
        meetIn(Rooms.room("garden"), Optional.empty(), Users.ALICE, Users.CAPITAL_ALICE);
        assertThat(found(Users.ALICE, "somebody")).containsExactly(Users.CAPITAL_ALICE, Users.BOB, Users.CAROL);
    }

    @Test
    void words_of_every_script_are_found() {
        var names = List.of("東京太郎", "Ünï", "김영희", "\uD83D\uDC26", "e\u0301t\u00E9");
        names.forEach(name -> {
            store().update(Users.BOB, naming(name));
            var room = Rooms.room("room" + names.indexOf(name));
            meetIn(room, Optional.empty(), Users.ALICE, Users.BOB);

            assertThat(store().search(Users.ALICE, SearchTerms.searched(name), 10))
                    .as(name)
                    .containsExactly(Users.BOB);
        });
    }
}
