package org.hirundo.contract.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} guarantees when refresh tokens are exchanged. Pair 0 is that of the sign-in. */
public abstract class TokenExchangeContract extends StorageContract {

    private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);

    private SessionStore store() {
        return storage().sessions();
    }

    private static AccessGrant access(int pair) {
        return new AccessGrant(
                new TokenHash("access" + pair), Users.ALICE, Devices.PHONE, Optional.of(THEN.plusSeconds(pair)));
    }

    private static RefreshGrant refresh(int pair) {
        return new RefreshGrant(
                new TokenHash("refresh" + pair), Users.ALICE, Devices.PHONE, Optional.of(THEN.plusSeconds(60L * pair)));
    }

    private boolean exchange(int used, int given) {
        return store().exchange(new TokenHash("refresh" + used), access(given), refresh(given));
    }

    private void confirm(int pair) {
        store().confirm(new TokenHash("access" + pair));
    }

    private void assertValid(int pair) {
        assertThat(store().access(new TokenHash("access" + pair))).contains(access(pair));
        assertThat(store().refresh(new TokenHash("refresh" + pair))).contains(refresh(pair));
    }

    private void assertGone(int pair) {
        assertThat(store().access(new TokenHash("access" + pair))).isEmpty();
        assertThat(store().refresh(new TokenHash("refresh" + pair))).isEmpty();
    }

    @BeforeEach
    void signIn() {
        var phone = new Device(Users.ALICE, Devices.PHONE, Optional.empty(), Optional.empty(), Optional.empty());
        store().signIn(phone, access(0), Optional.of(refresh(0)));
    }

    @Test
    void an_exchange_gives_a_new_pair_and_the_old_one_stays_valid() {
        assertThat(exchange(0, 1)).isTrue();

        assertValid(0);
        assertValid(1);
    }

    @Test
    void an_unknown_refresh_token_changes_nothing() {
        assertThat(exchange(7, 1)).isFalse();
        assertThat(store().exchange(new TokenHash("access0"), access(1), refresh(1)))
                .isFalse();

        assertValid(0);
        assertGone(1);
    }

    @Test
    void the_first_use_of_the_new_access_token_drops_the_old_pair() {
        exchange(0, 1);

        confirm(1);

        assertGone(0);
        assertValid(1);
    }

    @Test
    void the_first_use_of_the_new_refresh_token_drops_the_old_pair() {
        exchange(0, 1);

        assertThat(exchange(1, 2)).isTrue();

        assertGone(0);
        assertValid(1);
        assertValid(2);
    }

    @Test
    void the_use_of_the_old_access_token_drops_nothing() {
        exchange(0, 1);

        confirm(0);

        assertValid(0);
        assertValid(1);
    }

    @Test
    void a_confirmation_may_be_repeated() {
        exchange(0, 1);
        confirm(1);
        exchange(1, 2);

        confirm(1);

        assertValid(1);
        assertValid(2);
    }

    @Test
    void a_confirmation_of_an_unknown_token_does_nothing() {
        exchange(0, 1);

        confirm(7);

        assertValid(0);
        assertValid(1);
    }

    @Test
    void an_exchange_whose_answer_got_lost_may_be_repeated_and_the_last_pair_stays() {
        exchange(0, 1);

        assertThat(exchange(0, 2)).isTrue();

        assertValid(0);
        assertGone(1);
        assertValid(2);
    }

    @Test
    void a_refresh_token_that_was_replaced_for_good_is_known_no_more() {
        exchange(0, 1);
        confirm(1);

        assertThat(exchange(0, 2)).isFalse();

        assertGone(2);
        assertValid(1);
    }

    @Test
    void of_concurrent_exchanges_each_succeeds_and_one_pair_stays() {
        var exchanged = Concurrently.call(10, caller -> exchange(0, caller + 1));

        assertThat(exchanged).containsOnly(true);
        assertValid(0);
        var left = IntStream.rangeClosed(1, 10)
                .filter(pair -> store().access(new TokenHash("access" + pair)).isPresent())
                .toArray();
        assertThat(left).hasSize(1);
        assertValid(left[0]);
        confirm(left[0]);
        assertGone(0);
    }

    @Test
    void another_device_keeps_its_tokens() {
        var laptop = new Device(Users.ALICE, Devices.LAPTOP, Optional.empty(), Optional.empty(), Optional.empty());
        var token = new AccessGrant(new TokenHash("laptop"), Users.ALICE, Devices.LAPTOP, Optional.empty());
        store().signIn(laptop, token, Optional.empty());

        exchange(0, 1);
        confirm(1);

        assertThat(store().access(new TokenHash("laptop"))).contains(token);
    }

    @Test
    void a_sign_in_drops_the_old_and_the_new_pair() {
        exchange(0, 1);

        var phone = new Device(Users.ALICE, Devices.PHONE, Optional.empty(), Optional.empty(), Optional.empty());
        store().signIn(phone, access(2), Optional.empty());

        assertGone(0);
        assertGone(1);
        assertThat(store().access(new TokenHash("access2"))).contains(access(2));
    }

    @Test
    void the_removal_of_the_device_drops_the_old_and_the_new_pair() {
        exchange(0, 1);

        storage().stream().commit(List.of(new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE))));

        assertGone(0);
        assertGone(1);
        assertThat(exchange(1, 2)).isFalse();
    }
}
