package org.hirundo.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds for all texts, and for all identifiers. */
@PropertyDefaults(tries = 500)
class IdentifierProperties {

    @Property
    void what_was_read_is_written_again(@ForAll("texts") String text) {
        assertRoundTrip(text, UserId::find);
        assertRoundTrip(text, RoomId::find);
        assertRoundTrip(text, EventId::find);
        assertRoundTrip(text, RoomAlias::find);
        assertRoundTrip(text, ServerName::find);
        assertRoundTrip(text, KeyId::find);
        assertRoundTrip(text, MxcUri::find);
    }

    @Property
    void what_is_written_is_read_again(@ForAll("localparts") String localpart, @ForAll("servers") String server) {
        var name = ServerName.parse(server);
        var user = new UserId(localpart, name);
        var alias = new RoomAlias(localpart, name);

        assertThat(UserId.parse(user.toString())).isEqualTo(user);
        assertThat(RoomAlias.parse(alias.toString())).isEqualTo(alias);
        assertThat(RoomId.parse("!" + localpart + ":" + server).server()).contains(name);
    }

    @Property
    void the_parts_of_a_server_name_make_it_up(@ForAll("servers") String server) {
        var name = ServerName.parse(server);
        var port = name.port().isPresent() ? ":" + name.port().getAsInt() : "";

        assertThat(name.host() + port).isEqualTo(server);
    }

    private static void assertRoundTrip(String text, Function<String, Optional<?>> find) {
        find.apply(text).ifPresent(id -> assertThat(id).hasToString(text));
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "@",
                "!",
                "$",
                "#",
                ":",
                "a",
                "example.org",
                "1.2.3.4",
                "[::1]",
                "8448",
                "mxc://",
                "/",
                "ed25519",
                "é",
                "😀",
                "\u0000",
                " ",
                "\ud800");
        return pieces.list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> localparts() {
        return Arbitraries.strings()
                .all()
                .excludeChars(':', '\u0000')
                .ofMaxLength(40)
                .filter(text -> text.chars().noneMatch(unit -> Character.isSurrogate((char) unit)));
    }

    @Provide
    Arbitrary<String> servers() {
        var names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(".-")
                .ofMinLength(1)
                .ofMaxLength(40);
        var hosts = Arbitraries.oneOf(names, Arbitraries.of("1.2.3.4", "[::1]", "[2001:db8::1:2]"));
        var ports = Arbitraries.integers().between(0, 65_535).map(port -> ":" + port);
        return Combinators.combine(hosts, Arbitraries.oneOf(Arbitraries.just(""), ports))
                .as(String::concat);
    }
}
