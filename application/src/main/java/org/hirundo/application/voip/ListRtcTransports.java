package org.hirundo.application.voip;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.hirundo.application.config.VoipConfig;

/**
 * Through what clients talk in calls of many.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4143">MSC4143</a>
 */
@Singleton
public final class ListRtcTransports {

    private final VoipConfig config;

    @Inject
    public ListRtcTransports(VoipConfig config) {
        this.config = config;
    }

    /** The LiveKit services that this server offers, the best first; none when it offers none. */
    public List<URI> list() {
        return config.livekitServices();
    }
}
