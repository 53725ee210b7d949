package org.hirundo.contract.threepid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EmailAddress;
import org.junit.jupiter.api.Test;

/** What every {@link ThreepidStore} guarantees. */
public abstract class ThreepidStoreContract extends StorageContract {

    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final EmailAddress FIRST = EmailAddress.parse("a.first+tag@example.org");
    private static final EmailAddress LAST = EmailAddress.parse("\uD83D\uDE00$last@m\u00fcller.example");

    private ThreepidStore store() {
        return storage().threepids();
    }

    private static Threepid threepid(EmailAddress address, int second) {
        return new Threepid(address, THEN, THEN.plusSeconds(second));
    }

    @Test
    void identifiers_are_found_as_they_were_added() {
        assertThat(store().add(Users.HISTORICAL, threepid(LAST, 1))).isTrue();
        assertThat(store().add(Users.HISTORICAL, threepid(FIRST, 2))).isTrue();

        assertThat(store().of(Users.HISTORICAL)).isEqualTo(List.of(threepid(FIRST, 2), threepid(LAST, 1)));
        assertThat(store().owner(LAST)).contains(Users.HISTORICAL);
        assertThat(store().of(Users.ALICE)).isEmpty();
        assertThat(store().owner(EmailAddress.parse("nobody@example.org"))).isEmpty();
    }

    @Test
    void an_identifier_stays_with_the_account_that_has_it() {
        store().add(Users.ALICE, threepid(FIRST, 1));

        assertThat(store().add(Users.BOB, threepid(FIRST, 2))).isFalse();
        assertThat(store().add(Users.ALICE, threepid(FIRST, 3))).isTrue();
        assertThat(store().owner(FIRST)).contains(Users.ALICE);
        assertThat(store().of(Users.ALICE)).containsExactly(threepid(FIRST, 3));
        assertThat(store().of(Users.BOB)).isEmpty();
    }

    @Test
    void of_many_accounts_that_want_an_identifier_one_gets_it() {
        var added = Concurrently.call(8, number -> store().add(Users.user("user" + number), threepid(FIRST, number)));

        assertThat(added).containsOnlyOnce(true);
        assertThat(store().owner(FIRST)).isPresent();
    }

    @Test
    void an_identifier_that_was_taken_away_is_free() {
        store().add(Users.ALICE, threepid(FIRST, 1));
        store().add(Users.ALICE, threepid(LAST, 1));

        assertThat(store().remove(Users.BOB, FIRST)).isFalse();
        assertThat(store().remove(Users.ALICE, FIRST)).isTrue();
        assertThat(store().remove(Users.ALICE, FIRST)).isFalse();
        assertThat(store().add(Users.BOB, threepid(FIRST, 2))).isTrue();
        store().removeAll(Users.ALICE);
        assertThat(store().of(Users.ALICE)).isEmpty();
        assertThat(store().of(Users.BOB)).containsExactly(threepid(FIRST, 2));
    }
}
