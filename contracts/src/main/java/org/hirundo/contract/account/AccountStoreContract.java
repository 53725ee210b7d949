package org.hirundo.contract.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link AccountStore} guarantees. */
public abstract class AccountStoreContract extends StorageContract {

    private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);

    private AccountStore store() {
        return storage().accounts();
    }

    private static Account account(UserId user) {
        return new Account(
                user, Account.Kind.USER, Optional.of("$argon2id$hash"), false, false, false, false, false, THEN);
    }

    @Test
    void an_account_is_found_as_it_was_created() {
        var full =
                new Account(Users.ALICE, Account.Kind.APPSERVICE, Optional.empty(), true, true, true, true, true, THEN);
        var plain = account(Users.BOB);

        assertThat(store().create(full)).isTrue();
        assertThat(store().create(plain)).isTrue();

        assertThat(store().find(Users.ALICE)).contains(full);
        assertThat(store().find(Users.BOB)).contains(plain);
    }

    @Test
    void an_unknown_account_is_not_found() {
        store().create(account(Users.ALICE));

        assertThat(store().find(Users.BOB)).isEmpty();
    }

    @Test
    void a_taken_user_id_is_refused_and_its_account_stays_as_it_was() {
        var first = account(Users.ALICE);
        store().create(first);

        assertThat(store().create(first.withPasswordHash(Optional.of("another"))))
                .isFalse();

        assertThat(store().find(Users.ALICE)).contains(first);
        assertThat(store().count()).isEqualTo(1);
    }

    @Test
    void a_deactivated_user_id_stays_taken() {
        store().create(account(Users.ALICE));
        store().update(account(Users.ALICE).asDeactivated(true));

        assertThat(store().create(account(Users.ALICE))).isFalse();

        assertThat(store().find(Users.ALICE))
                .get()
                .extracting(Account::deactivated)
                .isEqualTo(true);
    }

    @Test
    void one_of_many_who_want_the_same_user_id_gets_it() {
        var created = Concurrently.call(
                16, caller -> store().create(account(Users.ALICE).withPasswordHash(Optional.of("hash " + caller))));

        assertThat(created).containsOnlyOnce(true);
        assertThat(store().find(Users.ALICE).orElseThrow().passwordHash()).contains("hash " + created.indexOf(true));
    }

    @Test
    void user_ids_are_compared_by_bytes_and_not_cut_off() {
        for (var user : Users.awkward()) {
            assertThat(store().create(account(user))).as("create %s", user).isTrue();
        }
        for (var user : Users.awkward()) {
            assertThat(store().find(user)).contains(account(user));
        }
        assertThat(store().count()).isEqualTo(Users.awkward().size());
    }

    @Test
    void an_update_replaces_what_may_change() {
        store().create(account(Users.ALICE));
        var changed = new Account(Users.ALICE, Account.Kind.USER, Optional.empty(), true, true, true, true, true, THEN);

        assertThat(store().update(changed)).isTrue();
        assertThat(store().find(Users.ALICE)).contains(changed);

        assertThat(store().update(account(Users.ALICE))).isTrue();
        assertThat(store().find(Users.ALICE)).contains(account(Users.ALICE));
    }

    @Test
    void an_update_keeps_kind_and_creation_time() {
        store().create(account(Users.ALICE));

        store().update(new Account(
                Users.ALICE,
                Account.Kind.GUEST,
                Optional.of("new"),
                false,
                false,
                false,
                false,
                false,
                THEN.plusSeconds(1)));

        assertThat(store().find(Users.ALICE)).contains(account(Users.ALICE).withPasswordHash(Optional.of("new")));
    }

    @Test
    void an_update_of_an_unknown_account_creates_none() {
        store().create(account(Users.ALICE));

        assertThat(store().update(account(Users.CAPITAL_ALICE).withLocked(true)))
                .isFalse();

        assertThat(store().find(Users.CAPITAL_ALICE)).isEmpty();
        assertThat(store().find(Users.ALICE)).contains(account(Users.ALICE));
    }

    @Test
    void a_guest_becomes_a_user_once() {
        var guest = guest();
        store().create(guest);
        store().create(account(Users.ALICE));

        assertThat(Concurrently.call(6, number -> store().upgradeGuest(Users.CAROL, "hash" + number)))
                .containsOnlyOnce(true);
        var upgraded = store().find(Users.CAROL).orElseThrow();
        assertThat(upgraded.kind()).isEqualTo(Account.Kind.USER);
        assertThat(upgraded.passwordHash().orElseThrow()).startsWith("hash");
        assertThat(upgraded.createdAt()).isEqualTo(guest.createdAt());
        assertThat(store().upgradeGuest(Users.ALICE, "hash")).isFalse();
        assertThat(store().upgradeGuest(Users.BOB, "hash")).isFalse();
        assertThat(store().find(Users.ALICE)).contains(account(Users.ALICE));
    }

    @Test
    void a_guest_who_left_stays_away() {
        store().create(guest());
        store().update(guest().asDeactivated(false));

        assertThat(store().upgradeGuest(Users.CAROL, "hash")).isFalse();
        assertThat(store().find(Users.CAROL)).contains(guest().asDeactivated(false));
    }

    private static Account guest() {
        return new Account(Users.CAROL, Account.Kind.GUEST, Optional.empty(), false, false, false, false, false, THEN);
    }

    @Test
    void the_accounts_of_many_are_found_at_once() {
        store().create(guest());
        store().create(account(Users.ALICE));

        assertThat(store().find(Set.of(Users.ALICE, Users.BOB, Users.CAROL)))
                .isEqualTo(Map.of(Users.ALICE, account(Users.ALICE), Users.CAROL, guest()));
        assertThat(store().find(Set.of(Users.BOB))).isEmpty();
        assertThat(store().find(Set.of())).isEmpty();
    }

    @Test
    void the_count_has_every_account() {
        assertThat(store().count()).isZero();

        store().create(account(Users.ALICE));
        store().create(account(Users.BOB).asDeactivated(true));

        assertThat(store().count()).isEqualTo(2);
    }
}
