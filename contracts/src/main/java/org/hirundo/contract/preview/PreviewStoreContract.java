package org.hirundo.contract.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.application.port.preview.PreviewStore;
import org.hirundo.contract.StorageContract;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link PreviewStore} guarantees. */
public abstract class PreviewStoreContract extends StorageContract {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.123Z");
    private static final URI ADDRESS = URI.create("https://example.org/a?b=c");

    private PreviewStore store() {
        return storage().previews();
    }

    private static Preview preview(URI address, Instant madeAt, String title) {
        return new Preview(
                address,
                madeAt,
                Optional.of(JsonObject.of("og:title", title + " \u0000 \uD83D\uDC26")),
                Optional.of(MxcUri.parse("mxc://hirundo.example/" + title)));
    }

    @Test
    void a_preview_is_found_as_it_was_added() {
        var made = preview(ADDRESS, NOON, "noon");
        var failed = new Preview(URI.create("https://example.org/"), NOON, Optional.empty(), Optional.empty());
        store().add(made);
        store().add(failed);

        assertThat(store().find(ADDRESS, NOON)).contains(made);
        assertThat(store().find(failed.address(), NOON)).contains(failed);
        assertThat(store().find(URI.create("https://example.org/a"), NOON)).isEmpty();
    }

    @Test
    void of_several_the_latest_of_the_time_is_found() {
        var first = preview(ADDRESS, NOON, "first");
        var second = preview(ADDRESS, NOON.plusMillis(1), "second");
        store().add(second);
        store().add(first);

        assertThat(store().find(ADDRESS, NOON.minusMillis(1))).isEmpty();
        assertThat(store().find(ADDRESS, NOON)).contains(first);
        assertThat(store().find(ADDRESS, NOON.plusSeconds(9))).contains(second);
    }

    @Test
    void one_of_the_same_time_takes_the_place() {
        store().add(preview(ADDRESS, NOON, "first"));
        store().add(preview(ADDRESS, NOON, "second"));

        assertThat(store().find(ADDRESS, NOON)).contains(preview(ADDRESS, NOON, "second"));
        assertThat(store().oldest(NOON.plusSeconds(1), 10)).hasSize(1);
    }

    @Test
    void the_oldest_come_first_and_can_be_dropped() {
        var other = URI.create("https://example.org/" + "x".repeat(4000));
        var first = preview(other, NOON, "first");
        var second = preview(ADDRESS, NOON.plusSeconds(1), "second");
        var third = preview(other, NOON.plusSeconds(2), "third");
        List.of(third, first, second).forEach(store()::add);

        assertThat(store().oldest(NOON, 10)).isEmpty();
        assertThat(store().oldest(NOON.plusSeconds(2), 10)).containsExactly(first, second);
        assertThat(store().oldest(NOON.plusSeconds(9), 1)).containsExactly(first);

        store().delete(List.of(first, second));
        store().delete(List.of());
        assertThat(store().oldest(NOON.plusSeconds(9), 10)).containsExactly(third);
    }
}
