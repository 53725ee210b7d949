package org.hirundo.contract.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.port.account.RegistrationTokenStore.Use;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.junit.jupiter.api.Test;

/** What every {@link RegistrationTokenStore} guarantees. */
public abstract class RegistrationTokenStoreContract extends StorageContract {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final String ODD = "a\u0000 $token\u0001/'\"";

    private RegistrationTokenStore store() {
        return storage().registrationTokens();
    }

    private static RegistrationToken token(String name, int uses) {
        return RegistrationToken.unused(name, Optional.of(uses), Optional.empty());
    }

    private static Use use(String token, String session) {
        return new Use(token, session, LATER);
    }

    private RegistrationToken found(String token, Instant now) {
        return store().find(token, now).orElseThrow();
    }

    @Test
    void tokens_are_found_as_they_were_made() {
        var limited = RegistrationToken.unused("friends", Optional.of(3), Optional.of(LATER));
        var unlimited = RegistrationToken.unused("Family~._-", Optional.empty(), Optional.empty());
        assertThat(store().create(limited)).isTrue();
        assertThat(store().create(unlimited)).isTrue();

        assertThat(store().find("friends", NOW)).contains(limited);
        assertThat(store().all(NOW)).containsExactly(unlimited, limited);
        assertThat(store().find("FRIENDS", NOW)).isEmpty();
        assertThat(store().find(ODD, NOW)).isEmpty();
    }

    @Test
    void the_first_of_a_name_stays() {
        store().create(token("friends", 1));
        store().begin(use("friends", "s1"), NOW);

        assertThat(store().create(token("friends", 5))).isFalse();
        assertThat(found("friends", NOW).usesAllowed()).contains(1);
        assertThat(found("friends", NOW).pending()).isEqualTo(1);
    }

    @Test
    void of_many_who_create_a_token_at_once_one_does() {
        assertThat(Concurrently.call(8, number -> store().create(token("friends", number))))
                .containsOnlyOnce(true);
    }

    @Test
    void pending_and_completed_uses_count() {
        store().create(token("friends", 2));

        assertThat(store().begin(use("friends", "s1"), NOW)).isTrue();
        assertThat(store().begin(use("friends", "s2"), NOW)).isTrue();
        assertThat(store().begin(use("friends", "s3"), NOW)).isFalse();
        store().complete(use("friends", "s1"));

        assertThat(found("friends", NOW).completed()).isEqualTo(1);
        assertThat(found("friends", NOW).pending()).isEqualTo(1);
        assertThat(store().all(NOW).getFirst().pending()).isEqualTo(1);
        assertThat(store().begin(use("friends", "s3"), NOW)).isFalse();
        store().cancel(use("friends", "s2"));
        assertThat(store().begin(use("friends", "s3"), NOW)).isTrue();
    }

    @Test
    void a_use_that_is_pending_counts_once_however_often_it_begins() {
        store().create(token("friends", 1));

        assertThat(store().begin(use("friends", "s1"), NOW)).isTrue();
        assertThat(store().begin(use("friends", "s1"), NOW)).isTrue();
        assertThat(found("friends", NOW).pending()).isEqualTo(1);
        assertThat(store().begin(use("friends", "$session"), NOW)).isFalse();
    }

    @Test
    void a_use_is_pending_until_its_end() {
        store().create(token("friends", 1));
        store().begin(use("friends", "s1"), NOW);

        assertThat(found("friends", LATER.minusMillis(1)).pending()).isEqualTo(1);
        assertThat(found("friends", LATER).pending()).isZero();
        assertThat(store().all(LATER).getFirst().pending()).isZero();
        assertThat(store().begin(new Use("friends", "$s2", LATER.plusSeconds(9)), LATER))
                .isTrue();
        assertThat(found("friends", LATER).pending()).isEqualTo(1);
    }

    @Test
    void a_use_that_ended_before_it_was_completed_counts_all_the_same() {
        store().create(token("friends", 2));
        store().begin(use("friends", "s1"), NOW);
        store().begin(new Use("friends", "s2", LATER.plusSeconds(9)), LATER);
        store().complete(use("friends", "s1"));

        assertThat(found("friends", LATER).completed()).isEqualTo(1);
        assertThat(store().begin(new Use("friends", "s3", LATER.plusSeconds(9)), LATER))
                .isFalse();
    }

    @Test
    void a_token_that_expired_or_is_not_there_is_not_used() {
        store().create(RegistrationToken.unused("friends", Optional.empty(), Optional.of(LATER)));

        assertThat(store().begin(use("friends", "s1"), LATER.minusMillis(1))).isTrue();
        assertThat(store().begin(use("friends", "s2"), LATER)).isFalse();
        assertThat(store().begin(use("enemies", "s1"), NOW)).isFalse();
        assertThat(store().begin(use(ODD, ODD), NOW)).isFalse();
        store().complete(use("enemies", "s1"));
        store().cancel(use("enemies", "s1"));
        assertThat(store().find("enemies", NOW)).isEmpty();
    }

    @Test
    void of_many_who_use_a_token_at_once_only_so_many_as_are_allowed_do() {
        store().create(token("friends", 3));

        var begun = Concurrently.call(12, number -> store().begin(use("friends", "s" + number), NOW));
        assertThat(begun.stream().filter(Boolean::booleanValue)).hasSize(3);
        Concurrently.call(3, number -> {
            store().complete(use("friends", "c" + number));
            return number;
        });

        assertThat(found("friends", LATER).completed()).isEqualTo(3);
        assertThat(store().begin(new Use("friends", "late", LATER.plusSeconds(9)), LATER))
                .isFalse();
    }

    @Test
    void a_token_goes_with_its_uses() {
        store().create(token("friends", 1));
        store().begin(use("friends", "s1"), NOW);

        assertThat(store().delete("friends")).isTrue();
        assertThat(store().delete("friends")).isFalse();
        assertThat(store().delete(ODD)).isFalse();
        assertThat(store().find("friends", NOW)).isEmpty();
        store().create(token("friends", 1));
        assertThat(found("friends", NOW).pending()).isZero();
        assertThat(store().begin(use("friends", "s2"), NOW)).isTrue();
    }
}
