package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hirundo.domain.fixture.InVersions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyValidityTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    @Tag("easily-missed-17")
    void where_it_is_ignored_every_key_counts() {
        assertThat(KeyValidity.IGNORED.accepts(0, NOW, NOW)).isTrue();
    }

    @Test
    @Tag("easily-missed-17")
    void where_it_is_enforced_a_key_counts_until_its_end() {
        assertThat(KeyValidity.ENFORCED.accepts(NOW, NOW, NOW)).isTrue();
        assertThat(KeyValidity.ENFORCED.accepts(NOW - 1, NOW, NOW)).isFalse();
        assertThat(KeyValidity.ENFORCED.accepts(NOW - DAY, NOW - 2 * DAY, NOW)).isTrue();
    }

    @Test
    @Tag("easily-missed-17")
    void but_for_no_more_than_seven_days_ahead() {
        var forEver = Long.MAX_VALUE;

        assertThat(KeyValidity.ENFORCED.accepts(forEver, NOW + 7 * DAY, NOW)).isTrue();
        assertThat(KeyValidity.ENFORCED.accepts(forEver, NOW + 7 * DAY + 1, NOW))
                .isFalse();
    }

    @InVersions(to = 4)
    @Tag("easily-missed-17")
    void old_versions_ignore_it(RoomVersion version) {
        assertThat(version.keyValidity()).isEqualTo(KeyValidity.IGNORED);
    }

    @InVersions(from = 5)
    @Tag("easily-missed-17")
    void later_ones_enforce_it(RoomVersion version) {
        assertThat(version.keyValidity()).isEqualTo(KeyValidity.ENFORCED);
    }
}
