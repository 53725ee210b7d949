package org.hirundo.contract.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.junit.jupiter.api.Test;

/** What every {@link FollowerStore} guarantees. */
public abstract class FollowerStoreContract extends StorageContract {

    private FollowerStore store() {
        return storage().followers();
    }

    @Test
    void who_never_followed_has_no_place() {
        assertThat(store().cursor("search")).isEmpty();
    }

    @Test
    void the_last_place_is_the_one_that_is_kept() {
        store().move("search", StreamPosition.START);
        assertThat(store().cursor("search")).contains(StreamPosition.START);
        store().move("search", new StreamPosition(17));
        store().move("search", new StreamPosition(1L << 40));

        assertThat(store().cursor("search")).contains(new StreamPosition(1L << 40));
    }

    @Test
    void followers_are_not_confused() {
        store().move("search", new StreamPosition(1));
        store().move("Search", new StreamPosition(2));

        assertThat(store().cursor("search")).contains(new StreamPosition(1));
        assertThat(store().cursor("Search")).contains(new StreamPosition(2));
        assertThat(store().cursor("search ")).isEmpty();
    }
}
