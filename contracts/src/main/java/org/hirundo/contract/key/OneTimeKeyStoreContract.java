package org.hirundo.contract.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link OneTimeKeyStore} guarantees. */
public abstract class OneTimeKeyStoreContract extends StorageContract {

    private static final String SIGNED = "signed_curve25519";
    private static final Claim ALICES_PHONE = new Claim(Users.ALICE, Devices.PHONE, SIGNED);

    private OneTimeKeyStore store() {
        return storage().oneTimeKeys();
    }

    private static OneTimeKey key(String version) {
        return new OneTimeKey(new KeyId(SIGNED, version), JsonObject.of("key", "key " + version));
    }

    private static List<OneTimeKey> keys(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> key("AAAA" + number))
                .toList();
    }

    private void add(UserId user, DeviceId device, OneTimeKey... keys) {
        assertThat(store().add(user, device, List.of(keys), List.of())).isEmpty();
    }

    private void addFallback(UserId user, DeviceId device, OneTimeKey... keys) {
        assertThat(store().add(user, device, List.of(), List.of(keys))).isEmpty();
    }

    private KeyCounts counts() {
        return store().counts(Users.ALICE, Devices.PHONE);
    }

    private OneTimeKey claimOne() {
        return Optional.ofNullable(store().claim(Set.of(ALICES_PHONE)).get(ALICES_PHONE))
                .orElseThrow(() -> new AssertionError("No key is left"));
    }

    @Test
    void a_claimed_key_is_never_handed_out_again() {
        add(Users.ALICE, Devices.PHONE, key("A"));

        assertThat(store().claim(Set.of(ALICES_PHONE))).isEqualTo(Map.of(ALICES_PHONE, key("A")));
        assertThat(store().claim(Set.of(ALICES_PHONE))).isEmpty();
    }

    @Test
    @Tag("easily-missed-1")
    void keys_are_handed_out_in_upload_order() {
        add(Users.ALICE, Devices.PHONE, key("M"), key("Z"), key("A"));
        add(Users.ALICE, Devices.PHONE, key("B"), key("a"));

        assertThat(List.of(claimOne(), claimOne(), claimOne(), claimOne(), claimOne()))
                .containsExactly(key("M"), key("Z"), key("A"), key("B"), key("a"));
    }

    @Test
    void keys_added_at_the_same_time_are_all_there_and_each_upload_keeps_its_order() {
        Concurrently.call(8, caller -> {
            add(Users.ALICE, Devices.PHONE, key(caller + "/0"), key(caller + "/1"), key(caller + "/2"));
            return caller;
        });

        var claimed = IntStream.range(0, 24)
                .mapToObj(number -> claimOne().id().version())
                .toList();
        assertThat(claimed).doesNotHaveDuplicates();
        for (int caller = 0; caller < 8; caller++) {
            assertThat(claimed).containsSubsequence(caller + "/0", caller + "/1", caller + "/2");
        }
    }

    @Test
    void a_key_is_handed_out_as_it_was_uploaded() {
        var text = new OneTimeKey(new KeyId("curve25519", "AAAAAQ"), new JsonString("a\u0000\uD83D\uDE00"));
        var object = new OneTimeKey(new KeyId(SIGNED, "AAAAAQ"), Contents.AWKWARD);
        add(Users.ALICE, Devices.PHONE, text, object);
        var unsigned = new Claim(Users.ALICE, Devices.PHONE, "curve25519");

        assertThat(store().claim(Set.of(ALICES_PHONE, unsigned)))
                .isEqualTo(Map.of(ALICES_PHONE, object, unsigned, text));
    }

    @Test
    void fifty_claimants_get_fifty_different_keys() {
        assertThat(store().add(Users.ALICE, Devices.PHONE, keys(0, 50), List.of(key("fallback"))))
                .isEmpty();

        var claimed = Concurrently.call(50, caller -> claimOne());

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(keys(0, 50));
        assertThat(counts().unusedFallbackAlgorithms()).containsExactly(SIGNED);
        assertThat(claimOne()).isEqualTo(key("fallback"));
    }

    @Test
    void more_claimants_than_keys_get_each_key_once_and_then_the_fallback_key() {
        assertThat(store().add(Users.ALICE, Devices.PHONE, keys(0, 10), List.of(key("fallback"))))
                .isEmpty();

        var claimed = Concurrently.call(20, caller -> claimOne());

        assertThat(claimed).containsAll(keys(0, 10));
        assertThat(claimed.stream().filter(key("fallback")::equals)).hasSize(10);
    }

    @Test
    void concurrent_claims_of_the_same_devices_in_any_order_do_not_block_each_other() {
        var claims = new LinkedHashSet<Claim>();
        for (var user : Users.many(10)) {
            assertThat(store().add(user, Devices.PHONE, keys(0, 12), List.of())).isEmpty();
            claims.add(new Claim(user, Devices.PHONE, SIGNED));
        }
        var reversed = new LinkedHashSet<>(claims.reversed());

        var answers = Concurrently.call(12, caller -> store().claim(caller % 2 == 0 ? claims : reversed));

        for (var claim : claims) {
            assertThat(answers.stream().map(answer -> answer.get(claim)))
                    .containsExactlyInAnyOrderElementsOf(keys(0, 12));
        }
    }

    @Test
    void one_time_keys_are_taken_alone_where_fallback_keys_are_not_wanted() {
        store().add(Users.ALICE, Devices.PHONE, List.of(key("A")), List.of(key("fallback")));

        assertThat(store().claimOneTimeKeys(Set.of(ALICES_PHONE))).isEqualTo(Map.of(ALICES_PHONE, key("A")));
        assertThat(store().claimOneTimeKeys(Set.of(ALICES_PHONE))).isEmpty();
        assertThat(store().claimOneTimeKeys(Set.of())).isEmpty();
        assertThat(store().counts(Users.ALICE, Devices.PHONE).unusedFallbackAlgorithms())
                .containsExactly(ALICES_PHONE.algorithm());
        assertThat(store().claim(Set.of(ALICES_PHONE))).isEqualTo(Map.of(ALICES_PHONE, key("fallback")));
    }

    @Test
    @Tag("easily-missed-1")
    void a_fallback_key_is_handed_out_when_one_time_keys_run_out_and_stays() {
        assertThat(store().add(Users.ALICE, Devices.PHONE, keys(0, 1), List.of(key("fallback"))))
                .isEmpty();

        assertThat(List.of(claimOne(), claimOne(), claimOne()))
                .containsExactly(key("AAAA0"), key("fallback"), key("fallback"));
    }

    @Test
    @Tag("easily-missed-1")
    void a_fallback_key_is_unused_until_it_is_handed_out() {
        assertThat(store().add(Users.ALICE, Devices.PHONE, keys(0, 1), List.of(key("fallback"))))
                .isEmpty();
        claimOne();
        assertThat(counts()).isEqualTo(new KeyCounts(Map.of(), Set.of(SIGNED)));

        claimOne();

        assertThat(counts()).isEqualTo(new KeyCounts(Map.of(), Set.of()));
    }

    @Test
    void a_new_fallback_key_replaces_the_old_one_of_its_algorithm_and_is_unused() {
        var other = new OneTimeKey(new KeyId("curve25519", "fallback"), new JsonString("other"));
        addFallback(Users.ALICE, Devices.PHONE, key("old"), other);
        claimOne();

        addFallback(Users.ALICE, Devices.PHONE, key("new"));

        assertThat(counts().unusedFallbackAlgorithms()).containsExactlyInAnyOrder(SIGNED, "curve25519");
        assertThat(claimOne()).isEqualTo(key("new"));
        var unsigned = new Claim(Users.ALICE, Devices.PHONE, "curve25519");
        assertThat(store().claim(Set.of(unsigned))).isEqualTo(Map.of(unsigned, other));
    }

    @Test
    @Tag("easily-missed-1")
    void the_same_fallback_key_given_again_stays_used() {
        addFallback(Users.ALICE, Devices.PHONE, key("fallback"));
        claimOne();

        addFallback(Users.ALICE, Devices.PHONE, key("fallback"));

        assertThat(counts().unusedFallbackAlgorithms()).isEmpty();
    }

    @Test
    void a_key_that_exists_with_the_same_value_is_left_as_it_is() {
        add(Users.ALICE, Devices.PHONE, key("A"), key("B"));

        add(Users.ALICE, Devices.PHONE, key("B"), key("A"), key("C"));

        assertThat(counts().oneTimeKeys()).isEqualTo(Map.of(SIGNED, 3));
        assertThat(List.of(claimOne(), claimOne(), claimOne())).containsExactly(key("A"), key("B"), key("C"));
    }

    @Test
    void a_key_that_exists_with_another_value_is_told_and_nothing_is_changed() {
        assertThat(store().add(Users.ALICE, Devices.PHONE, List.of(key("A"), key("B")), List.of(key("fallback"))))
                .isEmpty();
        var otherA = new OneTimeKey(new KeyId(SIGNED, "A"), JsonObject.of("key", "another"));

        var clashes = store().add(Users.ALICE, Devices.PHONE, List.of(key("C"), otherA, key("B")), List.of(key("new")));

        assertThat(clashes).containsExactly(new KeyId(SIGNED, "A"));
        assertThat(counts().oneTimeKeys()).isEqualTo(Map.of(SIGNED, 2));
        assertThat(List.of(claimOne(), claimOne(), claimOne())).containsExactly(key("A"), key("B"), key("fallback"));
    }

    @Test
    void one_of_two_concurrent_uploads_of_one_id_wins() {
        var clashes = Concurrently.call(8, caller -> store().add(
                        Users.ALICE,
                        Devices.PHONE,
                        List.of(new OneTimeKey(new KeyId(SIGNED, "A"), JsonObject.of("key", "value " + caller))),
                        List.of()));

        assertThat(clashes).containsOnlyOnce(Set.of());
        assertThat(claimOne().key()).isEqualTo(JsonObject.of("key", "value " + clashes.indexOf(Set.<KeyId>of())));
        assertThat(store().claim(Set.of(ALICES_PHONE))).isEmpty();
    }

    @Test
    void keys_are_counted_by_algorithm() {
        assertThat(counts()).isEqualTo(new KeyCounts(Map.of(), Set.of()));
        add(Users.ALICE, Devices.PHONE, key("A"), key("B"));
        add(Users.ALICE, Devices.PHONE, new OneTimeKey(new KeyId("curve25519", "A"), new JsonString("key")));
        add(Users.ALICE, Devices.LAPTOP, key("A"));

        assertThat(counts().oneTimeKeys()).isEqualTo(Map.of(SIGNED, 2, "curve25519", 1));

        claimOne();

        assertThat(counts().oneTimeKeys()).isEqualTo(Map.of(SIGNED, 1, "curve25519", 1));
    }

    @Test
    void claiming_for_many_devices_is_one_call_and_those_without_keys_are_absent() {
        var claims = new HashSet<Claim>();
        for (var user : Users.many(1_500)) {
            claims.add(new Claim(user, Devices.PHONE, SIGNED));
        }
        var one = new Claim(Users.user("user0"), Devices.PHONE, SIGNED);
        var two = new Claim(Users.user("user1499"), Devices.PHONE, SIGNED);
        add(one.user(), one.device(), key("A"));
        addFallback(two.user(), two.device(), key("fallback"));

        assertThat(store().claim(claims)).isEqualTo(Map.of(one, key("A"), two, key("fallback")));
        assertThat(store().claim(Set.of())).isEmpty();
    }

    @Test
    void keys_belong_to_one_device_of_one_user() {
        int number = 0;
        for (var user : Users.awkward()) {
            add(user, Devices.LONGEST, key("user " + number++));
        }
        for (var device : Devices.awkward()) {
            add(Users.BOB, device, key("device " + number++));
        }

        number = 0;
        for (var user : Users.awkward()) {
            var claim = new Claim(user, Devices.LONGEST, SIGNED);
            assertThat(store().claim(Set.of(claim))).isEqualTo(Map.of(claim, key("user " + number++)));
        }
        for (var device : Devices.awkward()) {
            var claim = new Claim(Users.BOB, device, SIGNED);
            assertThat(store().claim(Set.of(claim))).isEqualTo(Map.of(claim, key("device " + number++)));
        }
    }

    @Test
    void key_ids_are_compared_by_bytes() {
        add(Users.ALICE, Devices.PHONE, key("a"), key("A"), key("A "));

        assertThat(counts().oneTimeKeys()).isEqualTo(Map.of(SIGNED, 3));
        assertThat(store().claim(Set.of(new Claim(Users.ALICE, Devices.PHONE, "SIGNED_CURVE25519"))))
                .isEmpty();
    }

    @Test
    void the_keys_of_a_removed_device_are_gone() {
        store().add(Users.ALICE, Devices.PHONE, keys(0, 2), List.of(key("fallback")));
        store().add(Users.ALICE, Devices.LAPTOP, keys(0, 2), List.of(key("fallback")));
        store().add(Users.BOB, Devices.PHONE, keys(0, 2), List.of());

        storage().stream().commit(List.of(new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE))));

        assertThat(counts()).isEqualTo(new KeyCounts(Map.of(), Set.of()));
        assertThat(store().claim(Set.of(ALICES_PHONE))).isEmpty();
        assertThat(store().counts(Users.ALICE, Devices.LAPTOP))
                .isEqualTo(new KeyCounts(Map.of(SIGNED, 2), Set.of(SIGNED)));
        assertThat(store().counts(Users.BOB, Devices.PHONE).oneTimeKeys()).isEqualTo(Map.of(SIGNED, 2));
    }
}
