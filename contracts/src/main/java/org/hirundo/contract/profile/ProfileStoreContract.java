package org.hirundo.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
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
}
