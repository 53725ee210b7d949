package org.hirundo.remote.appservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.application.port.appservice.ServiceFailure.Refusal;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.remote.http.Answer;
import org.hirundo.remote.http.Call;
import org.hirundo.remote.http.Outbound;

/**
 * Application services over HTTP. Where the path of today gives nothing, the one from before there were versions is tried, with
 * the token in the query too, as services expect it there.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#legacy-routes">Legacy routes</a>
 */
public final class HttpAppserviceGateway implements AppserviceGateway, AutoCloseable {

    private static final String PREFIX = "/_matrix/app/v1";
    private static final String OLD_LOOKUPS = "/_matrix/app/unstable";

    /** Services work through a transaction before they answer. */
    private static final Duration FOR_TRANSACTIONS = Duration.ofSeconds(60);

    private static final Duration FOR_QUESTIONS = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int NO_METHOD = 405;
    private static final int MAX_QUOTED = 1000;

    private final Outbound outbound;

    /** With a client of its own that reaches private networks too: administrators wrote the addresses into registrations. */
    public HttpAppserviceGateway() {
        outbound = Outbound.toConfigured();
    }

    @Override
    public void deliver(Registration service, String transaction, JsonObject body) throws ServiceFailure {
        var path = "/transactions/" + encoded(transaction);
        var bytes = CanonicalJson.lenient().bytes(body);
        good(withFallback(
                service, path, path, url -> Call.json("PUT", url, bytes).within(FOR_TRANSACTIONS)));
    }

    @Override
    public void ping(Registration service, Optional<String> transaction) throws ServiceFailure {
        var body =
                JsonObject.builder().putIfPresent("transaction_id", transaction).build();
        var bytes = CanonicalJson.lenient().bytes(body);
        good(send(
                service,
                Call.json("POST", url(service, PREFIX + "/ping"), bytes).within(FOR_QUESTIONS)));
    }

    @Override
    public boolean hasUser(Registration service, UserId user) throws ServiceFailure {
        var path = "/users/" + encoded(user.toString());
        return known(ask(service, path, path));
    }

    @Override
    public boolean hasAlias(Registration service, RoomAlias alias) throws ServiceFailure {
        var path = "/rooms/" + encoded(alias.toString());
        return known(ask(service, path, path));
    }

    private static boolean known(Answer answer) throws ServiceFailure {
        return answer.status() != NOT_FOUND && good(answer).isSuccess();
    }

    @Override
    public Optional<JsonObject> protocol(Registration service, String protocol) throws ServiceFailure {
        var path = "/thirdparty/protocol/" + encoded(protocol);
        return found(ask(service, path, OLD_LOOKUPS + path)).flatMap(HttpAppserviceGateway::object);
    }

    @Override
    public Optional<JsonObject> claimKeys(Registration service, JsonObject wanted) throws ServiceFailure {
        return keys(service, "/_matrix/app/unstable/org.matrix.msc3983/keys/claim", wanted);
    }

    @Override
    public Optional<JsonObject> queryKeys(Registration service, JsonObject wanted) throws ServiceFailure {
        return keys(service, "/_matrix/app/unstable/org.matrix.msc3984/keys/query", wanted);
    }

    private Optional<JsonObject> keys(Registration service, String path, JsonObject wanted) throws ServiceFailure {
        var bytes = CanonicalJson.lenient().bytes(wanted);
        var answer = send(service, Call.json("POST", url(service, path), bytes).within(FOR_QUESTIONS));
        if (answer.status() == NO_METHOD) {
            return Optional.empty();
        }
        // What is no object says nothing of any user.
        return found(answer).map(said -> object(said).orElse(JsonObject.EMPTY));
    }

    private static Optional<JsonObject> object(JsonValue value) {
        return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    @Override
    public JsonArray lookUp(Registration service, ThirdPartyLookup lookup) throws ServiceFailure {
        var path = "/thirdparty/" + lookup.kind().name().toLowerCase(Locale.ROOT)
                + lookup.protocol().map(name -> "/" + encoded(name)).orElse("")
                + query(lookup.fields());
        return found(ask(service, path, OLD_LOOKUPS + path))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .orElse(JsonArray.EMPTY);
    }

    private static String query(Map<String, String> fields) {
        return fields.isEmpty()
                ? ""
                : new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static Optional<JsonValue> found(Answer answer) throws ServiceFailure {
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonParser.parse(good(answer).body()));
        } catch (MalformedJson malformed) {
            throw ServiceFailure.unreachable(
                    answer.address().getHost() + " answered with something that is not JSON", malformed);
        }
    }

    private interface CallTo {

        Call at(URI url);
    }

    private Answer ask(Registration service, String path, String oldPath) throws ServiceFailure {
        return withFallback(service, path, oldPath, url -> Call.get(url).within(FOR_QUESTIONS));
    }

    /** What is answered on the old path counts only when it is good: who knows today's has said what there is to say. */
    private Answer withFallback(Registration service, String path, String oldPath, CallTo call) throws ServiceFailure {
        var answer = send(service, call.at(url(service, PREFIX + path)));
        if (answer.isSuccess()) {
            return answer;
        }
        var token = encoded(service.hsToken().reveal());
        var old = oldPath + (oldPath.contains("?") ? "&" : "?") + "access_token=" + token;
        var older = send(service, call.at(url(service, old)));
        return older.isSuccess() ? older : answer;
    }

    private Answer send(Registration service, Call call) throws ServiceFailure {
        try {
            return outbound.send(
                    call.with("Authorization", "Bearer " + service.hsToken().reveal()));
        } catch (InterruptedIOException late) {
            throw ServiceFailure.timedOut(call.address().getHost() + " does not answer in time", late);
        } catch (IOException failure) {
            throw ServiceFailure.unreachable(
                    call.address().getHost() + " does not answer: " + failure.getMessage(), failure);
        }
    }

    private static Answer good(Answer answer) throws ServiceFailure {
        if (!answer.isSuccess()) {
            var text = new String(answer.body(), UTF_8);
            throw ServiceFailure.refused(
                    answer.address().getHost() + " answered with the status " + answer.status(),
                    new Refusal(answer.status(), text.substring(0, Math.min(text.length(), MAX_QUOTED))));
        }
        return answer;
    }

    /** Ends all connections. */
    @Override
    public void close() {
        outbound.close();
    }

    private static URI url(Registration service, String path) {
        return URI.create(service.url().orElseThrow() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
