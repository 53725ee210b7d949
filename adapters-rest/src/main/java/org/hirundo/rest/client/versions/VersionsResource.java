package org.hirundo.rest.client.versions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hirundo.application.config.DelayedEventConfig;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.config.VoipConfig;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushDefaults.Addition;

/**
 * The versions of the specification that clients may expect here.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientversions">GET versions</a>
 */
@Path("/")
@Singleton
public final class VersionsResource {

    /**
     * A version is listed once its endpoints are served; r0.6.1 is there for clients that look for the old prefix, which works.
     * The list ends with the version that brought authenticated media and what clients use since.
     */
    private static final List<String> VERSIONS = List.of(
            "r0.6.1", "v1.1", "v1.2", "v1.3", "v1.4", "v1.5", "v1.6", "v1.7", "v1.8", "v1.9", "v1.10", "v1.11",
            "v1.12");

    private final JsonObject answer;

    @Inject
    public VersionsResource(DelayedEventConfig delayedEvents, VoipConfig voip, PushConfig push) {
        answer = JsonObject.builder()
                .put("versions", JsonArray.ofStrings(VERSIONS))
                .put("unstable_features", unstableFeatures(delayedEvents, voip, push))
                .build();
    }

    /** What clients use only where they find it named here. */
    private static JsonObject unstableFeatures(DelayedEventConfig delayedEvents, VoipConfig voip, PushConfig push) {
        return JsonObject.builder()
                .put("fi.mau.msc2659.stable", true)
                .put("org.matrix.msc3391", true)
                .put("org.matrix.msc3814", true)
                .put("org.matrix.msc3874", true)
                .put("org.matrix.msc3881", true)
                .put("org.matrix.msc3912", true)
                .put("org.matrix.msc3916.stable", true)
                .put("org.matrix.msc3981", true)
                .put("org.matrix.msc4028", push.defaults().have(Addition.ENCRYPTED_EVENTS))
                .put("org.matrix.msc4140", delayedEvents.enabled())
                .put("org.matrix.msc4140.stable", delayedEvents.enabled())
                .put("org.matrix.msc4143", !voip.livekitServices().isEmpty())
                .put("org.matrix.msc4155", true)
                .put("org.matrix.msc4222", true)
                .put("org.matrix.msc4306", push.defaults().have(Addition.THREAD_SUBSCRIPTIONS))
                .put("org.matrix.msc4354", true)
                .put("org.matrix.msc4380", true)
                .put("org.matrix.msc4380.stable", true)
                .put("org.matrix.simplified_msc3575", true)
                .put("uk.half-shot.msc2666.query_mutual_rooms", true)
                .put("uk.half-shot.msc2666.query_mutual_rooms.stable", true)
                .put("uk.tcpip.msc4133", true)
                .put("uk.tcpip.msc4133.stable", true)
                .put("uk.timedout.msc4323", true)
                .put("us.cloke.msc4175", true)
                .build();
    }

    /** The same for everybody. */
    @GET
    @Path("_matrix/client/versions")
    public JsonObject versions() {
        return answer;
    }
}
