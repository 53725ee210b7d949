package org.hirundo.domain.appservice;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.appservice.Registration.Features;
import org.hirundo.domain.appservice.Registration.MalformedRegistration;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/** Reads one registration and finds all mistakes in it, so that they are mended at one go. */
final class RegistrationReader {

    private static final int MAX_ID_BYTES = 255;

    private final JsonObject file;
    private final ServerName server;
    private final List<String> mistakes = new ArrayList<>();

    RegistrationReader(JsonObject file, ServerName server) {
        this.file = file;
        this.server = server;
    }

    Registration read() throws MalformedRegistration {
        var id = required("id").filter(this::isId);
        var url = url();
        var asToken = token("as_token");
        var hsToken = token("hs_token");
        var sender = required("sender_localpart").flatMap(this::sender);
        var namespaces = namespaces();
        boolean rateLimited = flag(true, "rate_limited");
        var protocols = protocols();
        var features = new Features(
                flag(false, "receive_ephemeral", "de.sorunome.msc2409.push_ephemeral", "push_ephemeral"),
                flag(false, "org.matrix.msc3202"),
                flag(false, "io.element.msc4190"));
        if (!mistakes.isEmpty()) {
            throw new MalformedRegistration(mistakes);
        }
        return new Registration(
                id.orElseThrow(),
                url,
                asToken.orElseThrow(),
                hsToken.orElseThrow(),
                sender.orElseThrow(),
                namespaces,
                rateLimited,
                protocols,
                features);
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(file.get(name)).filter(value -> !(value instanceof JsonNull));
    }

    private Optional<String> required(String name) {
        if (member(name).isEmpty()) {
            mistakes.add(name + " is missing");
            return Optional.empty();
        }
        var text = file.string(name).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            mistakes.add(name + " is some text");
        }
        return text;
    }

    private boolean isId(String id) {
        boolean fits = id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES
                && id.chars().noneMatch(Character::isISOControl);
        if (!fits) {
            mistakes.add("id has at most " + MAX_ID_BYTES + " bytes, and no control characters");
        }
        return fits;
    }

    private Optional<SecretToken> token(String name) {
        var text = required(name);
        var token = text.flatMap(SecretToken::of)
                .filter(known -> known.reveal().chars().allMatch(c -> c > 0x20 && c < 0x7f));
        if (text.isPresent() && token.isEmpty()) {
            mistakes.add(name + " has 1 to 512 visible characters of ASCII");
        }
        return token;
    }

    /** Where the service is not called that is said, so that nobody forgets it. */
    private Optional<URI> url() {
        if (!file.has("url")) {
            mistakes.add("url is missing; it is null for a service that is not to be called");
            return Optional.empty();
        }
        var text = member("url").isEmpty() ? Optional.<String>empty() : required("url");
        var url = text.map(value -> value.endsWith("/") ? value.substring(0, value.length() - 1) : value)
                .flatMap(RegistrationReader::webAddress);
        if (text.isPresent() && url.isEmpty()) {
            mistakes.add("url begins with http:// or https:// and has no query: " + text.get());
        }
        return url;
    }

    private static Optional<URI> webAddress(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri ->
                            "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> Stream.of(uri.getRawQuery(), uri.getRawFragment(), uri.getRawUserInfo())
                            .allMatch(part -> part == null));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private Optional<UserId> sender(String localpart) {
        try {
            return Optional.of(UserId.create(localpart, server));
        } catch (MalformedIdentifier malformed) {
            mistakes.add("sender_localpart has only a-z, 0-9 and ._=-/+: " + localpart);
            return Optional.empty();
        }
    }

    private Namespaces namespaces() {
        if (member("namespaces").isEmpty()) {
            mistakes.add("namespaces is missing");
            return Namespaces.NONE;
        }
        var kinds = file.object("namespaces");
        if (kinds.isEmpty()) {
            mistakes.add("namespaces has the members users, aliases and rooms");
        }
        return kinds.map(known -> new Namespaces(list(known, "users"), list(known, "aliases"), list(known, "rooms")))
                .orElse(Namespaces.NONE);
    }

    private List<Namespace> list(JsonObject kinds, String kind) {
        var given = kinds.get(kind);
        if (given == null || given instanceof JsonNull) {
            return List.of();
        }
        var namespaces = new ArrayList<Namespace>();
        if (!(given instanceof JsonArray(var entries))) {
            mistakes.add("namespaces." + kind + " is a list");
            return namespaces;
        }
        for (var entry : entries) {
            namespace(kind, entry).ifPresent(namespaces::add);
        }
        return namespaces;
    }

    private Optional<Namespace> namespace(String kind, JsonValue entry) {
        var regex = entry instanceof JsonObject object ? object.string("regex") : Optional.<String>empty();
        var exclusive = entry instanceof JsonObject object ? object.bool("exclusive") : Optional.<Boolean>empty();
        if (regex.isEmpty() || exclusive.isEmpty()) {
            mistakes.add("namespaces." + kind
                    + " is a list of entries with regex (some text) and exclusive (true or false)");
            return Optional.empty();
        }
        try {
            return Optional.of(Namespace.of(regex.get(), exclusive.get()));
        } catch (PatternSyntaxException malformed) {
            mistakes.add("namespaces." + kind + " has a regex that cannot be read: " + regex.get() + " ("
                    + malformed.getDescription() + ")");
            return Optional.empty();
        }
    }

    private Set<String> protocols() {
        var given = member("protocols");
        var protocols = file.strings("protocols");
        if (given.isPresent() && protocols.isEmpty()) {
            mistakes.add("protocols is a list of texts");
        }
        return new HashSet<>(protocols.orElse(List.of()));
    }

    /** Whether one of the members, which mean the same, says yes. */
    private boolean flag(boolean unlessSaid, String... names) {
        var said = new HashSet<Boolean>();
        for (var name : names) {
            member(name).ifPresent(value -> {
                if (value instanceof JsonBoolean(var flag)) {
                    said.add(flag);
                } else {
                    mistakes.add(name + " is true or false");
                }
            });
        }
        return said.isEmpty() ? unlessSaid : said.contains(true);
    }
}
