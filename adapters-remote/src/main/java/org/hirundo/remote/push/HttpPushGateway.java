package org.hirundo.remote.push;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.push.PushGateway;
import org.hirundo.application.port.push.PushGatewayFailure;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.remote.http.Answer;
import org.hirundo.remote.http.Call;
import org.hirundo.remote.http.Outbound;

/**
 * Push gateways over HTTP.
 *
 * @see <a href="https://spec.matrix.org/v1.19/push-gateway-api/">Push Gateway API</a>
 */
public final class HttpPushGateway implements PushGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MAX_ANSWER = 64 * 1024;

    private final Outbound outbound;

    /** Calls through a client that keeps out of private networks, for users choose the gateways. */
    public HttpPushGateway(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Set<String> notify(URI gateway, JsonObject notification) throws PushGatewayFailure {
        var answer = send(Call.json("POST", gateway, CanonicalJson.lenient().bytes(notification))
                .within(PATIENCE)
                .atMost(MAX_ANSWER));
        if (!answer.isSuccess()) {
            throw new PushGatewayFailure(gateway.getHost() + " answered with the status " + answer.status());
        }
        return rejected(gateway, answer);
    }

    private Answer send(Call call) throws PushGatewayFailure {
        try {
            return outbound.send(call);
        } catch (IOException failure) {
            throw new PushGatewayFailure(
                    call.address().getHost() + " does not answer: " + failure.getMessage(), failure);
        }
    }

    /** A gateway that took the notification and says nothing more of use rejects nothing. */
    private static Set<String> rejected(URI gateway, Answer answer) throws PushGatewayFailure {
        try {
            return JsonParser.parseObject(answer.body())
                    .array("rejected")
                    .orElse(JsonArray.EMPTY)
                    .stringsIn()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (MalformedJson malformed) {
            throw new PushGatewayFailure(gateway.getHost() + " answered with something that is not JSON", malformed);
        }
    }
}
