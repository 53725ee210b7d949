package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.event.EventFormat;
import org.hirundo.domain.event.EventIds;
import org.hirundo.domain.event.EventSigners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomVersionTest {

    @Test
    void versions_1_to_12_are_known_by_their_ids() {
        assertThat(RoomVersion.supported())
                .extracting(RoomVersion::id)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(RoomVersion.supported()).allSatisfy(version -> {
            assertThat(RoomVersion.of(version.id())).contains(version);
            assertThat(version).hasToString(version.id());
        });
        assertThat(RoomVersion.DEFAULT).isSameAs(RoomVersion.V12);
    }

    @Test
    void experimental_versions_are_known_by_theirs_and_are_like_the_ones_they_extend() {
        assertThat(RoomVersion.experimental())
                .extracting(RoomVersion::id)
                .containsExactly("org.matrix.msc3757.10", "org.matrix.msc3757.11");
        assertThat(RoomVersion.experimental())
                .allSatisfy(version -> assertThat(RoomVersion.of(version.id())).contains(version));
        assertThat(RoomVersion.V10_OWNED_STATE.redaction()).isEqualTo(RoomVersion.V10.redaction());
        assertThat(RoomVersion.V11_OWNED_STATE.levels()).isEqualTo(RoomVersion.V11.levels());
        assertThat(RoomVersion.V10.eventFormat()).isEqualTo(EventFormat.V6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "13", "01", " 1", "1.0", "org.example.version"})
    void others_are_not(String id) {
        assertThat(RoomVersion.of(id)).isEmpty();
    }

    @Test
    void a_version_is_like_the_one_before_but_for_what_it_changes() {
        assertThat(RoomVersion.V2.eventFormat()).isEqualTo(EventFormat.V1);
        assertThat(RoomVersion.V2.eventIds()).isEqualTo(EventIds.CHOSEN);
        assertThat(RoomVersion.V5.eventIds()).isEqualTo(EventIds.URL_SAFE_HASH);
        assertThat(RoomVersion.V5.eventFormat()).isEqualTo(EventFormat.V3);
        assertThat(RoomVersion.V5.redaction()).isEqualTo(RoomVersion.V1.redaction());
        assertThat(RoomVersion.V7.signers()).isEqualTo(EventSigners.V3);
        assertThat(RoomVersion.V10.redaction()).isEqualTo(RoomVersion.V9.redaction());
        assertThat(RoomVersion.V10.eventFormat()).isEqualTo(EventFormat.V6);
        assertThat(RoomVersion.V12.redaction()).isEqualTo(RoomVersion.V11.redaction());
        assertThat(RoomVersion.V12.signers()).isEqualTo(EventSigners.V8);
        assertThat(RoomVersion.V12.keyValidity()).isEqualTo(KeyValidity.ENFORCED);
        assertThat(RoomVersion.V4.keyValidity()).isEqualTo(KeyValidity.IGNORED);
        assertThat(RoomVersion.V11.resolution()).isSameAs(RoomVersion.V2.resolution());
        assertThat(RoomVersion.V12.resolution()).isNotSameAs(RoomVersion.V11.resolution());
    }
}
