package org.hirundo.contract.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Users;
import org.junit.jupiter.api.Test;

/** What every {@link LoginTokenStore} guarantees. */
public abstract class LoginTokenStoreContract extends StorageContract {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final Instant LATER = NOW.plusSeconds(120);
    private static final TokenHash TOKEN = new TokenHash("token");

    private LoginTokenStore store() {
        return storage().loginTokens();
    }

    @Test
    void a_token_is_taken_once() {
        store().add(TOKEN, Users.HISTORICAL, LATER, NOW);

        assertThat(store().take(new TokenHash("other"), NOW)).isEmpty();
        assertThat(store().take(TOKEN, NOW)).contains(Users.HISTORICAL);
        assertThat(store().take(TOKEN, NOW)).isEmpty();
    }

    @Test
    void a_token_that_expired_gives_nothing() {
        store().add(TOKEN, Users.ALICE, LATER, NOW);

        assertThat(store().take(TOKEN, LATER)).isEmpty();
    }

    @Test
    void expired_tokens_are_dropped_with_the_next_one() {
        store().add(TOKEN, Users.ALICE, LATER, NOW);
        store().add(new TokenHash("next"), Users.BOB, LATER.plusSeconds(60), LATER.plusSeconds(1));

        assertThat(store().take(TOKEN, NOW)).isEmpty();
        assertThat(store().take(new TokenHash("next"), LATER)).contains(Users.BOB);
    }

    @Test
    void one_of_many_who_take_it_at_once_gets_the_token() {
        store().add(TOKEN, Users.ALICE, LATER, NOW);

        var taken = Concurrently.call(8, _ -> store().take(TOKEN, NOW));

        assertThat(taken.stream().flatMap(Optional::stream)).containsExactly(Users.ALICE);
    }
}
