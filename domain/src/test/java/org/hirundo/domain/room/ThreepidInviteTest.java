package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreepidInviteTest {

    private static final JsonObject JSON = JsonObject.of("id_server", "identity.example:8090")
            .with("id_access_token", "secret")
            .with("medium", "email")
            .with("address", "Cheeky@Monkey.COM");

    @Test
    void an_address_is_written_as_it_is_compared() {
        assertThat(ThreepidInvite.parse(JSON))
                .isEqualTo(new ThreepidInvite(
                        ServerName.parse("identity.example:8090"), "secret", "email", "cheeky@monkey.com"));
        assertThat(ThreepidInvite.parse(JSON.with("medium", "other")).address()).isEqualTo("Cheeky@Monkey.COM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_server", "id_access_token", "medium", "address"})
    void every_member_must_be_there_and_a_text_of_some_length(String name) {
        assertThatThrownBy(() -> ThreepidInvite.parse(JSON.without(name))).isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> ThreepidInvite.parse(JSON.with(name, new JsonInteger(1))))
                .isInstanceOf(InvalidParam.class);
        for (var text : new String[] {"", "x".repeat(501), "a\nb"}) {
            assertThatThrownBy(() -> ThreepidInvite.parse(JSON.with(name, text)))
                    .isInstanceOf(InvalidParam.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://identity.example", "identity.example/path", "user@identity.example", "a b"})
    void an_identity_server_is_a_name_and_no_address(String server) {
        assertThatThrownBy(() -> ThreepidInvite.parse(JSON.with("id_server", server)))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void what_is_secret_is_not_shown() {
        assertThat(ThreepidInvite.parse(JSON).toString())
                .doesNotContain("secret")
                .doesNotContain("monkey");
    }
}
