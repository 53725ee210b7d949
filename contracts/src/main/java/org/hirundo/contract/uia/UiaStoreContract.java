package org.hirundo.contract.uia;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link UiaStore} guarantees. */
public abstract class UiaStoreContract extends StorageContract {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

    private UiaStore store() {
        return storage().uia();
    }

    private static UiaSession session(String id, Instant expiresAt) {
        return new UiaSession(
                id,
                "delete devices",
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty(),
                JsonObject.EMPTY,
                expiresAt);
    }

    @Test
    void a_session_is_found_as_it_was_saved() {
        var session = new UiaSession(
                "session",
                "POST /register \uD83D\uDE00",
                Optional.of(Users.HISTORICAL),
                List.of(List.of("m.login.password", "m.login.dummy"), List.of("m.login.terms")),
                Set.of("m.login.password", "m.login.dummy"),
                Optional.of(Contents.AWKWARD),
                JsonObject.of("m.login.email.identity", Contents.AWKWARD),
                NOW.plusMillis(1));

        store().save(session);

        assertThat(store().find("session", NOW)).contains(session);
    }

    @Test
    void an_unknown_session_is_not_found() {
        store().save(session("session", NOW.plusSeconds(1)));

        assertThat(store().find("Session", NOW)).isEmpty();
    }

    @Test
    void a_session_saved_again_takes_the_place_of_the_first() {
        store().save(session("session", NOW.plusSeconds(1)));
        var further = new UiaSession(
                "session",
                "delete devices",
                Optional.of(Users.ALICE),
                List.of(List.of("m.login.password")),
                Set.of("m.login.password"),
                Optional.of(JsonObject.EMPTY),
                Contents.numbered(2),
                NOW.plusSeconds(2));

        store().save(further);

        assertThat(store().find("session", NOW)).contains(further);
    }

    @Test
    void an_expired_session_is_not_found() {
        store().save(session("session", NOW));

        assertThat(store().find("session", NOW.minusMillis(1))).isPresent();
        assertThat(store().find("session", NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void a_session_is_updated_only_while_it_is_there() {
        store().save(session("session", NOW.plusSeconds(1)));
        var updated = session("session", NOW.plusSeconds(9))
                .boundTo(Contents.AWKWARD)
                .completing("m.login.terms", Contents.numbered(3));

        assertThat(store().update(updated)).isTrue();
        assertThat(store().find("session", NOW)).contains(updated);
        store().remove("session");
        assertThat(store().update(updated)).isFalse();
        assertThat(store().find("session", NOW)).isEmpty();
    }

    @Test
    void of_many_who_update_and_remove_a_session_none_brings_it_back() {
        store().save(session("session", NOW.plusSeconds(1)));

        Concurrently.call(
                8,
                number -> number % 2 == 0
                        ? store().update(session("session", NOW.plusSeconds(number + 1)))
                        : store().remove("session"));

        assertThat(store().find("session", NOW)).isEmpty();
    }

    @Test
    void a_removed_session_is_gone() {
        store().save(session("session", NOW.plusSeconds(1)));
        store().save(session("other", NOW.plusSeconds(1)));

        assertThat(store().remove("session")).isTrue();

        assertThat(store().find("session", NOW)).isEmpty();
        assertThat(store().find("other", NOW)).isPresent();
        assertThat(store().remove("session")).isFalse();
    }

    @Test
    void one_of_many_removes_a_session() {
        store().save(session("session", NOW.plusSeconds(1)));

        assertThat(Concurrently.call(16, caller -> store().remove("session"))).containsOnlyOnce(true);
    }

    @Test
    void expired_sessions_are_dropped_and_others_stay() {
        store().save(session("past", NOW.minusMillis(1)));
        store().save(session("future", NOW.plusMillis(1)));

        store().removeExpired(NOW);

        assertThat(store().remove("past")).isFalse();
        assertThat(store().remove("future")).isTrue();
    }
}
