package org.hirundo.contract.threepid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.threepid.Validation;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.id.EmailAddress;
import org.junit.jupiter.api.Test;

/** What every {@link ValidationStore} guarantees. */
public abstract class ValidationStoreContract extends StorageContract {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final TokenHash TOKEN = new TokenHash("token");

    private ValidationStore store() {
        return storage().validations();
    }

    private static Validation validation(long attempt, String token) {
        return new Validation(
                "sid",
                Purpose.PASSWORD_RESET,
                EmailAddress.parse("alice@example.org"),
                new TokenHash(token),
                attempt,
                Optional.of("https://example.org/" + "x".repeat(2000) + "\u0000\uD83D\uDE00"),
                Optional.empty(),
                LATER);
    }

    @Test
    void a_validation_is_found_until_it_ends() {
        assertThat(store().begin(validation(1, "token"), NOW)).isTrue();

        assertThat(store().find("sid", NOW)).contains(validation(1, "token"));
        assertThat(store().find("sid", LATER)).isEmpty();
        assertThat(store().find("SID", NOW)).isEmpty();
        assertThat(store().find("s\u0000d", NOW)).isEmpty();
    }

    @Test
    void a_mail_is_sent_for_each_higher_send_attempt() {
        assertThat(store().begin(validation(2, "token"), NOW)).isTrue();
        assertThat(store().begin(validation(2, "other"), NOW)).isFalse();
        assertThat(store().begin(validation(1, "other"), NOW)).isFalse();
        assertThat(store().find("sid", NOW)).contains(validation(2, "token"));

        assertThat(store().begin(validation(3, "another"), NOW)).isTrue();
        assertThat(store().validate("sid", TOKEN, NOW)).isFalse();
        assertThat(store().validate("sid", new TokenHash("another"), NOW)).isTrue();
        assertThat(store().begin(validation(4, "more"), NOW)).isFalse();
        assertThat(store().begin(validation(1, "again"), LATER)).isTrue();
        assertThat(store().find("sid", NOW)).contains(validation(1, "again"));
    }

    @Test
    void of_many_who_begin_at_once_one_sends_a_mail() {
        assertThat(Concurrently.call(8, number -> store().begin(validation(1, "token" + number), NOW)))
                .containsOnlyOnce(true);
        assertThat(Concurrently.call(8, number -> store().begin(validation(2, "token" + number), NOW)))
                .containsOnlyOnce(true);
    }

    @Test
    void the_first_return_of_the_token_counts() {
        store().begin(validation(1, "token"), NOW);

        assertThat(store().validate("sid", TOKEN, NOW.plusMillis(5))).isTrue();
        assertThat(store().validate("sid", TOKEN, NOW.plusMillis(9))).isTrue();
        assertThat(store().find("sid", NOW).orElseThrow().validatedAt()).contains(NOW.plusMillis(5));
        assertThat(store().validate("sid", new TokenHash("guess"), NOW)).isFalse();
        assertThat(store().validate("other", TOKEN, NOW)).isFalse();
        assertThat(store().validate("s\u0000d", TOKEN, NOW)).isFalse();
        assertThat(store().validate("sid", TOKEN, LATER)).isFalse();
    }

    @Test
    void a_validation_is_removed_once() {
        store().begin(validation(1, "token"), NOW);

        assertThat(Concurrently.call(6, _ -> store().remove("sid"))).containsOnlyOnce(true);
        assertThat(store().find("sid", NOW)).isEmpty();
    }

    @Test
    void those_that_ended_are_dropped() {
        store().begin(validation(1, "token"), NOW);
        store().removeExpired(LATER);
        assertThat(store().find("sid", NOW)).isPresent();
        store().removeExpired(LATER.plusMillis(1));
        assertThat(store().find("sid", NOW)).isEmpty();
    }
}
