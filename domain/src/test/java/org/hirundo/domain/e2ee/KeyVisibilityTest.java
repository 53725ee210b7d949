package org.hirundo.domain.e2ee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.e2ee.CrossSigningUsage.MASTER;
import static org.hirundo.domain.e2ee.CrossSigningUsage.SELF_SIGNING;
import static org.hirundo.domain.e2ee.CrossSigningUsage.USER_SIGNING;
import static org.hirundo.domain.e2ee.Person.ALICE;
import static org.hirundo.domain.e2ee.Person.BOB;

import java.util.Optional;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

class KeyVisibilityTest {

    private static final Person CAROL = new Person(UserId.parse("@carol:example.com"));

    /** Bob's master key, signed by a device of his, by Alice and by Carol. */
    private static final JsonObject BOBS_MASTER = CAROL.signBy(
            ALICE.signBy(BOB.signByDevice(BOB.crossSigningKey(MASTER), "BOBS"), USER_SIGNING), USER_SIGNING);

    @Test
    void who_verified_somebody_sees_that_but_not_who_else_did() {
        assertThat(signers(ALICE)).containsExactlyInAnyOrder("@alice:example.com", "@bob:example.com");
        assertThat(signers(CAROL)).containsExactlyInAnyOrder("@carol:example.com", "@bob:example.com");
    }

    @Test
    void nobody_sees_who_verified_them() {
        assertThat(signers(BOB)).containsExactly("@bob:example.com");
    }

    @Test
    void other_servers_see_what_everybody_sees() {
        assertThat(KeyVisibility.shown(BOBS_MASTER, BOB.user(), Optional.empty())
                        .object("signatures")
                        .orElseThrow()
                        .names())
                .containsExactly("@bob:example.com");
    }

    private static Iterable<String> signers(Person viewer) {
        return KeyVisibility.shown(BOBS_MASTER, BOB.user(), Optional.of(viewer.user()))
                .object("signatures")
                .orElseThrow()
                .names();
    }

    @Test
    void everything_but_signatures_is_shown_as_it_was_uploaded() {
        assertThat(KeyVisibility.shown(BOBS_MASTER, BOB.user(), Optional.empty())
                        .without("signatures"))
                .isEqualTo(BOB.crossSigningKey(MASTER));
        assertThat(KeyVisibility.shown(BOB.crossSigningKey(MASTER), BOB.user(), Optional.empty()))
                .isEqualTo(BOB.crossSigningKey(MASTER));
    }

    @Test
    void a_device_is_shown_with_its_name() {
        var keys = BOB.signBy(BOB.deviceKeys("BOBS"), SELF_SIGNING);

        assertThat(KeyVisibility.shownDevice(keys, BOB.user(), Optional.of(ALICE.user()), Optional.of("Bob's phone")))
                .isEqualTo(keys.with("unsigned", Json.object("{\"device_display_name\": \"Bob's phone\"}")));
        assertThat(KeyVisibility.shownDevice(keys, BOB.user(), Optional.of(ALICE.user()), Optional.empty()))
                .isEqualTo(keys);
    }

    @Test
    void the_user_signing_key_is_its_owners_alone() {
        assertThat(USER_SIGNING.isVisibleTo(Optional.of(BOB.user()), BOB.user()))
                .isTrue();
        assertThat(USER_SIGNING.isVisibleTo(Optional.of(ALICE.user()), BOB.user()))
                .isFalse();
        assertThat(USER_SIGNING.isVisibleTo(Optional.empty(), BOB.user())).isFalse();
        assertThat(SELF_SIGNING.isVisibleTo(Optional.empty(), BOB.user())).isTrue();
        assertThat(MASTER.isVisibleTo(Optional.of(ALICE.user()), BOB.user())).isTrue();
    }
}
