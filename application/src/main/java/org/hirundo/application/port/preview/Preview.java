package org.hirundo.application.port.preview;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.json.JsonObject;

/**
 * What was to be seen at an address at a time.
 *
 * @param properties what a client is told; empty when nothing could be read
 * @param image the picture, which is kept among the media as long as the preview is
 */
public record Preview(URI address, Instant madeAt, Optional<JsonObject> properties, Optional<MxcUri> image) {}
