package org.hirundo.contract.appservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.appservice.AppserviceStore.Progress;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link AppserviceStore} guarantees. */
public abstract class AppserviceStoreContract extends StorageContract {

    private static final String IRC = "IRC Bridge \uD83D\uDCAC";

    private AppserviceStore store() {
        return storage().appservices();
    }

    private static Progress acknowledged(long position, long number) {
        return new Progress(new StreamPosition(position), number, Optional.empty());
    }

    @Test
    void a_service_that_was_never_told_anything_is_nowhere() {
        store().note("other", acknowledged(1, 1));

        assertThat(store().progress(IRC)).isEmpty();
    }

    @Test
    void what_is_noted_is_found_with_the_whole_transaction() {
        var events = JsonArray.of(
                JsonObject.of("content", JsonObject.of("a.$b\0c", "x".repeat(300_000))), new JsonInteger(-1));
        var progress =
                new Progress(new StreamPosition(7), 1_700_000_000_001L, Optional.of(JsonObject.of("events", events)));
        store().note(IRC, progress);

        assertThat(store().progress(IRC)).contains(progress);
    }

    @Test
    void the_last_note_counts() {
        store().note(
                        IRC,
                        new Progress(new StreamPosition(1), 1, Optional.of(JsonObject.of("events", JsonArray.EMPTY))));
        store().note(IRC, acknowledged(1, 1));
        assertThat(store().progress(IRC)).contains(acknowledged(1, 1));
        store().note(IRC, new Progress(new StreamPosition(2), 2, Optional.of(JsonObject.EMPTY)));

        assertThat(store().progress(IRC))
                .contains(new Progress(new StreamPosition(2), 2, Optional.of(JsonObject.EMPTY)));
    }

    @Test
    void services_are_told_apart_by_every_letter_of_their_ids() {
        store().note("irc", acknowledged(1, 1));
        store().note("IRC", acknowledged(2, 2));
        store().note("irc ", acknowledged(3, 3));

        assertThat(store().progress("irc")).contains(acknowledged(1, 1));
        assertThat(store().progress("IRC")).contains(acknowledged(2, 2));
        assertThat(store().progress("irc ")).contains(acknowledged(3, 3));
    }
}
