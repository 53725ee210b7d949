package org.hirundo.remote.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.identity.IdentityServerFailure;
import org.hirundo.application.port.identity.IdentityServers;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.domain.room.ThreepidInvite;
import org.hirundo.remote.http.Answer;
import org.hirundo.remote.http.Call;
import org.hirundo.remote.http.Outbound;

/**
 * Identity servers over HTTPS.
 *
 * @see <a href="https://spec.matrix.org/v1.19/identity-service-api/">Identity Service API</a>
 */
public final class HttpIdentityServers implements IdentityServers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MAX_ANSWER = 64 * 1024;
    private static final int MAX_TOKEN_BYTES = 255;

    private final Outbound outbound;
    private final String scheme;

    /** Calls through a client that keeps out of private networks, for users choose the servers. */
    public HttpIdentityServers(Outbound outbound) {
        this(outbound, "https");
    }

    HttpIdentityServers(Outbound outbound, String scheme) {
        this.outbound = outbound;
        this.scheme = scheme;
    }

    @Override
    public Optional<UserId> lookup(ThreepidInvite invite) throws IdentityServerFailure {
        var hashing = answer(Call.get(address(invite, "hash_details")), invite);
        var pepper = required(hashing, "lookup_pepper");
        var algorithms =
                hashing.array("algorithms").orElse(JsonArray.EMPTY).stringsIn().toList();
        // The identifier itself is told only to a server that compares nothing else.
        boolean hashed = algorithms.contains("sha256");
        if (!hashed && !algorithms.contains("none")) {
            throw new IdentityServerFailure("it compares identifiers in ways that are not known here");
        }
        var asked = hashed ? hash(invite, pepper) : invite.address() + " " + invite.medium();
        var question = JsonObject.of("addresses", JsonArray.ofStrings(List.of(asked)))
                .with("algorithm", hashed ? "sha256" : "none")
                .with("pepper", pepper);
        var found = answer(post(invite, "lookup", question), invite)
                .object("mappings")
                .flatMap(mappings -> mappings.string(asked));
        if (found.isPresent() && UserId.find(found.get()).isEmpty()) {
            throw new IdentityServerFailure("it knows the identifier as that of somebody who is no user");
        }
        return found.flatMap(UserId::find);
    }

    private static String hash(ThreepidInvite invite, String pepper) {
        var text = invite.address() + " " + invite.medium() + " " + pepper;
        return UnpaddedBase64.encodeUrlSafe(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Stored store(ThreepidInvite invite, JsonObject about) throws IdentityServerFailure {
        var request = about.with("medium", invite.medium()).with("address", invite.address());
        var answer = answer(post(invite, "store-invite", request), invite);
        var token = required(answer, "token");
        if (token.isEmpty() || token.getBytes(StandardCharsets.UTF_8).length > MAX_TOKEN_BYTES) {
            throw new IdentityServerFailure("its token cannot be that of an event");
        }
        var keys = new ArrayList<Key>();
        for (var key :
                answer.array("public_keys").orElse(JsonArray.EMPTY).objectsIn().toList()) {
            keys.add(new Key(required(key, "public_key"), key.string("key_validity_url")));
        }
        if (keys.isEmpty()) {
            throw new IdentityServerFailure("it names no key");
        }
        return new Stored(token, required(answer, "display_name"), keys);
    }

    @Override
    public boolean isValid(URI validity, String publicKey) throws IdentityServerFailure {
        var query = "public_key=" + URLEncoder.encode(publicKey, StandardCharsets.UTF_8);
        var joint = validity.getRawQuery() == null ? "?" : "&";
        try {
            return json(send(Call.get(new URI(validity + joint + query))))
                    .bool("valid")
                    .orElse(false);
        } catch (URISyntaxException malformed) {
            throw new IdentityServerFailure("there is no such address", malformed);
        }
    }

    private URI address(ThreepidInvite invite, String endpoint) {
        return URI.create(scheme + "://" + invite.identityServer() + "/_matrix/identity/v2/" + endpoint);
    }

    private Call post(ThreepidInvite invite, String endpoint, JsonObject body) {
        return Call.json(
                "POST", address(invite, endpoint), CanonicalJson.lenient().bytes(body));
    }

    private JsonObject answer(Call call, ThreepidInvite invite) throws IdentityServerFailure {
        return json(send(call.with("Authorization", "Bearer " + invite.accessToken())));
    }

    private Answer send(Call call) throws IdentityServerFailure {
        try {
            return outbound.send(call.within(PATIENCE).atMost(MAX_ANSWER));
        } catch (IOException failure) {
            throw new IdentityServerFailure("it does not answer", failure);
        }
    }

    private static JsonObject json(Answer answer) throws IdentityServerFailure {
        if (!answer.isSuccess()) {
            throw new IdentityServerFailure("it answered with the status " + answer.status());
        }
        try {
            return JsonParser.parseObject(answer.body());
        } catch (MalformedJson malformed) {
            throw new IdentityServerFailure("it answered with something that is not JSON", malformed);
        }
    }

    private static String required(JsonObject answer, String name) throws IdentityServerFailure {
        var text = answer.string(name);
        if (text.isEmpty()) {
            throw new IdentityServerFailure("its answer lacks " + name);
        }
        return text.get();
    }
}
