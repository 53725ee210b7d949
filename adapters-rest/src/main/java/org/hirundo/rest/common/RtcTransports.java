package org.hirundo.rest.common;

import java.net.URI;
import java.util.List;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * Transports of MatrixRTC as clients are told of them.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4195">MSC4195</a>
 */
public final class RtcTransports {

    private RtcTransports() {}

    /** The LiveKit services, in their order. */
    public static JsonArray json(List<URI> livekitServices) {
        return JsonArray.of(livekitServices, service -> JsonObject.of("type", "livekit")
                .with("livekit_service_url", service.toString()));
    }
}
