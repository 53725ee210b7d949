package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.e2ee.QueryKeys;
import org.hirundo.application.e2ee.UploadCrossSigningKeys;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.e2ee.UploadSignatures;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.e2ee.CrossSigningUsage;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Keys with which users vouch for their devices and for each other. */
public abstract class CrossSigningStory extends PeopleStory {

    private static final Keys MASTER = Keys.of(11);
    private static final Keys SELF_SIGNING = Keys.of(12);
    private static final Keys USER_SIGNING = Keys.of(13);
    private static final Keys PHONE = Keys.of(14);

    private static JsonObject keysOf(UserId user, Keys master) {
        return JsonObject.of("master_key", master.master(user))
                .with("self_signing_key", master.signed(SELF_SIGNING.crossSigning(user, "self_signing"), user))
                .with("user_signing_key", master.signed(USER_SIGNING.crossSigning(user, "user_signing"), user));
    }

    private void publishes(Requester user, JsonObject keys) {
        the(UploadCrossSigningKeys.class).upload(user, keys);
    }

    private Map<UserId, Map<String, MatrixException>> signs(
            Requester signer, UserId owner, String name, JsonObject key) {
        var body = JsonObject.of(owner.toString(), JsonObject.of(name, key));
        return the(UploadSignatures.class).upload(signer, body);
    }

    private QueryKeys.Keys asksFor(Requester viewer, UserId owner) {
        var query = JsonObject.of("device_keys", JsonObject.of(owner.toString(), JsonArray.EMPTY));
        return the(QueryKeys.class).query(viewer, query);
    }

    private Optional<JsonObject> seen(Requester viewer, UserId owner, CrossSigningUsage usage) {
        return Optional.ofNullable(asksFor(viewer, owner)
                .crossSigning()
                .getOrDefault(usage, Map.of())
                .get(owner));
    }

    private JsonObject seenDevice(Requester viewer, Requester owner) {
        return asksFor(viewer, owner.user())
                .devices()
                .getOrDefault(owner.user(), Map.of())
                .getOrDefault(owner.device(), JsonObject.EMPTY);
    }

    private Requester withPhone(String localpart) {
        var user = registers(localpart);
        the(UploadKeys.class).upload(user, JsonObject.of("device_keys", PHONE.device(user.user(), user.device())));
        publishes(user, keysOf(user.user(), MASTER));
        return user;
    }

    @Test
    void the_first_keys_are_published_freely_and_seen_by_those_who_may() {
        var dora = registers("dora");
        var emil = registers("emil");
        publishes(dora, keysOf(dora.user(), MASTER));

        assertThat(seen(emil, dora.user(), CrossSigningUsage.MASTER)).contains(MASTER.master(dora.user()));
        assertThat(seen(emil, dora.user(), CrossSigningUsage.SELF_SIGNING)).isPresent();
        assertThat(seen(emil, dora.user(), CrossSigningUsage.USER_SIGNING)).isEmpty();
        assertThat(seen(dora, dora.user(), CrossSigningUsage.USER_SIGNING)).isPresent();
    }

    @Test
    void the_same_keys_again_are_no_news_and_need_no_password() {
        var dora = registers("dora");
        publishes(dora, keysOf(dora.user(), MASTER));
        var before = storage().stream().position();
        publishes(dora, keysOf(dora.user(), MASTER));
        publishes(dora, JsonObject.EMPTY);
        assertThat(storage().stream().position()).isEqualTo(before);
    }

    @Test
    void other_keys_take_the_password() {
        var dora = registers("dora");
        publishes(dora, keysOf(dora.user(), MASTER));
        var other = keysOf(dora.user(), Keys.of(21));

        var challenge = challenge(() -> publishes(dora, other));
        assertThat(challenge.flows()).containsExactly(List.of("m.login.password"));
        assertThat(seen(dora, dora.user(), CrossSigningUsage.MASTER)).contains(MASTER.master(dora.user()));
        publishes(dora, other.with("auth", passwordOf("dora", PASSWORD).with("session", challenge.session())));

        assertThat(seen(dora, dora.user(), CrossSigningUsage.MASTER))
                .contains(Keys.of(21).master(dora.user()));
    }

    @Test
    void no_part_of_the_keys_is_replaced_or_added_without_the_password() {
        var dora = registers("dora");
        var emil = registers("emil");
        var all = keysOf(dora.user(), MASTER);
        publishes(dora, all);
        publishes(emil, JsonObject.of("master_key", MASTER.master(emil.user())));
        var other = MASTER.signed(Keys.of(22).crossSigning(dora.user(), "self_signing"), dora.user());
        var added = MASTER.signed(USER_SIGNING.crossSigning(emil.user(), "user_signing"), emil.user());

        assertThat(challenge(() -> publishes(dora, JsonObject.of("self_signing_key", other))))
                .isNotNull();
        assertThat(challenge(() -> publishes(dora, all.with("self_signing_key", other))))
                .isNotNull();
        assertThat(challenge(() -> publishes(emil, JsonObject.of("user_signing_key", added))))
                .isNotNull();
        assertThat(challenge(
                        () -> publishes(dora, all.with("auth", JsonObject.EMPTY).with("self_signing_key", other))))
                .isNotNull();
        assertThat(seen(dora, dora.user(), CrossSigningUsage.SELF_SIGNING))
                .contains(all.object("self_signing_key").orElseThrow());
        assertThat(seen(emil, emil.user(), CrossSigningUsage.USER_SIGNING)).isEmpty();
    }

    @Test
    void neither_anothers_password_nor_a_session_for_something_else_replaces_keys() {
        var dora = registers("dora");
        var emil = registers("emil");
        publishes(dora, keysOf(dora.user(), MASTER));
        var other = keysOf(dora.user(), Keys.of(21));
        var right = passwordOf("dora", PASSWORD);
        var elsewhere = challenge(() -> the(DeleteDevices.class).delete(dora, Set.of(dora.device()), JsonObject.EMPTY));

        assertThatThrownBy(() -> publishes(dora, other.with("auth", passwordOf("emil", PASSWORD))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> publishes(dora, other.with("auth", right.with("session", elsewhere.session()))))
                .isInstanceOf(Forbidden.class);
        var emils = challenge(() -> the(DeleteDevices.class).delete(emil, Set.of(emil.device()), JsonObject.EMPTY));
        assertThatThrownBy(() -> publishes(dora, other.with("auth", right.with("session", emils.session()))))
                .isInstanceOf(Forbidden.class);
        assertThat(challenge(() -> publishes(dora, other.with("auth", JsonObject.of("type", "m.login.dummy")))))
                .isNotNull();
        assertThat(seen(dora, dora.user(), CrossSigningUsage.MASTER)).contains(MASTER.master(dora.user()));
    }

    @Test
    void a_session_is_good_for_one_set_of_keys() {
        var dora = registers("dora");
        publishes(dora, keysOf(dora.user(), MASTER));
        var session = challenge(() -> publishes(dora, keysOf(dora.user(), Keys.of(21))))
                .session();
        var auth = passwordOf("dora", PASSWORD).with("session", session);
        publishes(dora, keysOf(dora.user(), Keys.of(21)).with("auth", auth));

        assertThat(challenge(() -> publishes(
                        dora, keysOf(dora.user(), Keys.of(22)).with("auth", JsonObject.of("session", session)))))
                .isNotNull();
        assertThat(seen(dora, dora.user(), CrossSigningUsage.MASTER))
                .contains(Keys.of(21).master(dora.user()));
    }

    @Test
    void of_first_keys_published_at_once_one_set_is_the_first() {
        var dora = registers("dora");
        var published = Concurrently.call(10, number -> {
            try {
                publishes(dora, keysOf(dora.user(), Keys.of(30 + number)));
                return "published";
            } catch (InteractiveAuthRequired e) {
                return "refused";
            }
        });
        assertThat(published).containsOnlyOnce("published");
    }

    @Test
    void keys_that_the_master_key_did_not_sign_are_refused() {
        var dora = registers("dora");
        var unsigned = SELF_SIGNING.crossSigning(dora.user(), "self_signing");
        assertThatThrownBy(() -> publishes(dora, JsonObject.of("self_signing_key", unsigned)))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> publishes(
                        dora,
                        JsonObject.of("master_key", MASTER.master(dora.user())).with("self_signing_key", unsigned)))
                .isInstanceOf(InvalidSignature.class);
        assertThat(seen(dora, dora.user(), CrossSigningUsage.MASTER)).isEmpty();
        assertThatThrownBy(() -> publishes(Server.guest("g"), JsonObject.EMPTY))
                .isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void no_key_has_the_name_of_a_device() {
        var dora = registers("dora");
        logsIn(login("dora", PASSWORD).with("device_id", MASTER.publicKey()));
        assertThatThrownBy(() -> publishes(dora, JsonObject.of("master_key", MASTER.master(dora.user()))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_user_vouches_for_a_device_and_all_see_it() {
        var dora = withPhone("dora");
        var emil = registers("emil");
        var device = SELF_SIGNING.signed(PHONE.device(dora.user(), dora.device()), dora.user());
        var before = storage().stream().position();

        assertThat(signs(dora, dora.user(), dora.device().value(), device)).isEmpty();

        assertThat(seenDevice(emil, dora).object("signatures")).isEqualTo(device.object("signatures"));
        assertThat(storage().deviceKeys().changed(before, storage().stream().position()))
                .containsExactly(dora.user());
        the(UploadKeys.class).upload(dora, JsonObject.of("device_keys", PHONE.device(dora.user(), dora.device())));
        assertThat(seenDevice(emil, dora).object("signatures")).isEqualTo(device.object("signatures"));
    }

    @Test
    void whom_a_user_vouches_for_is_nobody_elses_business() {
        var dora = withPhone("dora");
        var emil = withPhone("emil");
        var fritz = registers("fritz");
        var signed = USER_SIGNING.signed(MASTER.master(emil.user()), dora.user());

        assertThat(signs(dora, emil.user(), MASTER.publicKey(), signed)).isEmpty();

        assertThat(seen(dora, emil.user(), CrossSigningUsage.MASTER)).contains(signed);
        for (var other : List.of(emil, fritz)) {
            assertThat(seen(other, emil.user(), CrossSigningUsage.MASTER)
                            .flatMap(key -> key.object("signatures"))
                            .orElse(JsonObject.EMPTY)
                            .has(dora.user().toString()))
                    .isFalse();
        }
    }

    @Test
    void of_signatures_the_good_ones_are_kept_and_of_the_others_it_is_said_why() {
        var dora = withPhone("dora");
        var emil = withPhone("emil");
        var good = SELF_SIGNING.signed(PHONE.device(dora.user(), dora.device()), dora.user());
        var forged = Keys.of(99).signed(MASTER.master(emil.user()), dora.user(), USER_SIGNING.publicKey());
        var body = JsonObject.of(
                        dora.user().toString(),
                        JsonObject.of(dora.device().value(), good).with("NONE", good))
                .with(emil.user().toString(), JsonObject.of(MASTER.publicKey(), forged));

        var failures = the(UploadSignatures.class).upload(dora, body);

        assertThat(failures.keySet()).containsExactlyInAnyOrder(dora.user(), emil.user());
        assertThat(failures.get(dora.user()))
                .hasEntrySatisfying("NONE", failure -> assertThat(failure).isInstanceOf(NotFound.class))
                .hasSize(1);
        assertThat(failures.get(emil.user())).hasEntrySatisfying(MASTER.publicKey(), failure -> assertThat(failure)
                .isInstanceOf(InvalidSignature.class));
        assertThat(seenDevice(emil, dora).object("signatures")).isEqualTo(good.object("signatures"));
    }

    @Test
    void nobody_vouches_for_the_devices_of_others() {
        var dora = withPhone("dora");
        var emil = withPhone("emil");
        var signed = SELF_SIGNING.signed(PHONE.device(emil.user(), emil.device()), dora.user());

        assertThat(signs(dora, emil.user(), emil.device().value(), signed).get(emil.user()))
                .containsOnlyKeys(emil.device().value());
    }

    @Test
    void signatures_published_at_once_are_all_kept() {
        var emil = withPhone("emil");
        var friends = Concurrently.call(10, number -> withPhone("friend" + number));
        Concurrently.call(10, number -> {
            var friend = friends.get(number);
            var signed = USER_SIGNING.signed(MASTER.master(emil.user()), friend.user());
            return signs(friend, emil.user(), MASTER.publicKey(), signed);
        });

        for (var friend : friends) {
            assertThat(seen(friend, emil.user(), CrossSigningUsage.MASTER)
                            .flatMap(key -> key.object("signatures"))
                            .orElse(JsonObject.EMPTY)
                            .has(friend.user().toString()))
                    .isTrue();
        }
    }
}
