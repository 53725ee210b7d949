package org.hirundo.domain.appservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.appservice.Registration.Features;
import org.hirundo.domain.appservice.Registration.MalformedRegistration;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private static final ServerName HOME = ServerName.parse("example.org");

    private static JsonObject namespace(String regex, boolean exclusive) {
        return JsonObject.of("exclusive", JsonBoolean.of(exclusive)).with("regex", regex);
    }

    /** The specification's example. */
    private static JsonObject irc() {
        return JsonObject.of("id", "IRC Bridge")
                .with("url", "http://127.0.0.1:1234")
                .with("as_token", "30c05ae90a248a4188e620216fa72e349803310ec83e2a77b34fe90be6081f46")
                .with("hs_token", "312df522183efd404ec1cd22d2ffa4bbc76a8c1ccf541dd692eef281356bb74e")
                .with("sender_localpart", "_irc_bot")
                .with(
                        "namespaces",
                        JsonObject.of("users", JsonArray.of(namespace("@_irc_bridge_.*", true)))
                                .with("aliases", JsonArray.of(namespace("#_irc_bridge_.*", false)))
                                .with("rooms", JsonArray.EMPTY));
    }

    private static Registration read(JsonObject file) {
        try {
            return Registration.parse(file, HOME);
        } catch (MalformedRegistration e) {
            throw new AssertionError(e.mistakes().toString(), e);
        }
    }

    private static List<String> mistakes(JsonObject file) {
        return catchThrowableOfType(MalformedRegistration.class, () -> Registration.parse(file, HOME))
                .mistakes();
    }

    private static UserId user(String id) {
        return UserId.parse(id);
    }

    @Test
    void the_example_of_the_specification_is_read() {
        var service = read(irc());

        assertThat(service.id()).isEqualTo("IRC Bridge");
        assertThat(service.url()).contains(URI.create("http://127.0.0.1:1234"));
        assertThat(service.sender()).hasToString("@_irc_bot:example.org");
        assertThat(service.hsToken().reveal()).startsWith("312df5");
        assertThat(service.rateLimited()).isTrue();
        assertThat(service.protocols()).isEmpty();
        assertThat(service.features()).isEqualTo(Features.NONE);
        assertThat(service.toString()).doesNotContain("30c05a").doesNotContain("312df5");
    }

    @Test
    void its_users_are_those_of_this_server_in_its_namespaces_and_its_sender() {
        var service = read(irc());

        assertThat(service.covers(user("@_irc_bridge_dora:example.org"))).isTrue();
        assertThat(service.reserves(user("@_irc_bridge_dora:example.org"))).isTrue();
        assertThat(service.covers(user("@_irc_bot:example.org"))).isTrue();
        assertThat(service.reserves(user("@_irc_bot:example.org"))).isTrue();
        assertThat(service.covers(user("@dora:example.org"))).isFalse();
        assertThat(service.covers(user("@dora_irc_bridge_:example.org"))).isFalse();
        assertThat(service.covers(user("@_irc_bridge_dora:elsewhere.org"))).isFalse();
        assertThat(service.reserves(user("@_irc_bot:elsewhere.org"))).isFalse();
    }

    @Test
    void what_is_not_exclusive_is_covered_and_not_reserved() {
        var service = read(irc());
        var alias = RoomAlias.parse("#_irc_bridge_swallows:example.org");

        assertThat(service.covers(alias)).isTrue();
        assertThat(service.reserves(alias)).isFalse();
        assertThat(service.covers(RoomAlias.parse("#swallows:example.org"))).isFalse();
        assertThat(service.covers(new RoomId("!any:example.org"))).isFalse();
    }

    @Test
    void rooms_can_be_covered() {
        var namespaces = JsonObject.of("rooms", JsonArray.of(namespace("!logged:.*", false)));
        var service = read(irc().with("namespaces", namespaces));

        assertThat(service.covers(new RoomId("!logged:example.org"))).isTrue();
        assertThat(service.covers(new RoomId("!other:example.org"))).isFalse();
    }

    @Test
    void a_regex_is_one_of_posix_and_need_not_reach_the_end() {
        var numbers = Namespace.of("@_sms_[[:digit:]]+:", true);

        assertThat(numbers.includes("@_sms_4912:example.org")).isTrue();
        assertThat(numbers.includes("@_sms_dora:example.org")).isFalse();
        assertThat(Namespace.of("@_irc_", true).includes("@_irc_dora:example.org"))
                .isTrue();
        assertThat(Namespace.of("^@irc_.*$", true).includes("x@irc_dora:example.org"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive_ephemeral", "de.sorunome.msc2409.push_ephemeral", "push_ephemeral"})
    void ephemeral_data_are_wanted_by_old_names_too(String name) {
        assertThat(read(irc().with(name, JsonBoolean.TRUE)).features()).isEqualTo(new Features(true, false, false));
        assertThat(read(irc().with(name, JsonBoolean.FALSE)).features()).isEqualTo(Features.NONE);
    }

    @Test
    void what_else_can_be_wanted_is_read() {
        var service = read(irc().with("org.matrix.msc3202", JsonBoolean.TRUE)
                .with("io.element.msc4190", JsonBoolean.TRUE)
                .with("rate_limited", JsonBoolean.FALSE)
                .with("protocols", JsonArray.ofStrings(List.of("irc", "gitter")))
                .with("url", JsonNull.NULL)
                .with("unknown", 1));

        assertThat(service.features()).isEqualTo(new Features(false, true, true));
        assertThat(service.rateLimited()).isFalse();
        assertThat(service.protocols()).isEqualTo(Set.of("irc", "gitter"));
        assertThat(service.url()).isEmpty();
    }

    @Test
    void an_address_may_have_a_path_and_a_slash_at_the_end() {
        assertThat(read(irc().with("url", "https://bridges.example.org/irc/")).url())
                .contains(URI.create("https://bridges.example.org/irc"));
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(mistakes(JsonObject.EMPTY))
                .hasSize(6)
                .allMatch(mistake -> mistake.contains("missing"))
                .extracting(mistake -> mistake.split(" ", -1)[0])
                .containsExactly("id", "url", "as_token", "hs_token", "sender_localpart", "namespaces");
    }

    @Test
    void each_mistake_is_told() {
        var wrongs = Map.<String, JsonValue>of(
                "id", new JsonInteger(1),
                "as_token", new JsonString("with a space"),
                "hs_token", new JsonString("x".repeat(513)),
                "sender_localpart", new JsonString("Irc Bot"),
                "namespaces", JsonArray.EMPTY,
                "rate_limited", new JsonString("no"),
                "protocols", new JsonString("irc"),
                "receive_ephemeral", new JsonInteger(1));
        wrongs.forEach((name, wrong) -> assertThat(mistakes(irc().with(name, wrong)))
                .as(name)
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain("with a space"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1",
                "127.0.0.1:1234",
                "http://",
                "http://127.0.0.1?a",
                "http://127.0.0.1#a",
                "http://me@127.0.0.1",
                "http://a b"
            })
    void an_address_that_cannot_be_called_is_a_mistake(String url) {
        assertThat(mistakes(irc().with("url", url))).singleElement().asString().startsWith("url");
    }

    @Test
    void a_namespace_that_is_none_is_a_mistake() {
        for (var wrong : List.of(
                namespace("@irc_[", true),
                JsonObject.of("regex", "@irc_.*"),
                JsonObject.of("exclusive", JsonBoolean.TRUE),
                new JsonString("@irc_.*"))) {
            var namespaces = JsonObject.of("users", JsonArray.of(wrong));
            assertThat(mistakes(irc().with("namespaces", namespaces)))
                    .singleElement()
                    .asString()
                    .startsWith("namespaces.users");
        }
        assertThat(mistakes(irc().with("namespaces", JsonObject.of("rooms", JsonObject.EMPTY))))
                .containsExactly("namespaces.rooms is a list");
    }
}
