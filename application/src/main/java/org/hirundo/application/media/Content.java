package org.hirundo.application.media;

import java.io.InputStream;
import org.hirundo.domain.media.ContentDisposition;
import org.hirundo.domain.media.ContentType;

/** Bytes to be sent to a client, and what to say of them; the receiver closes the stream. */
public record Content(ContentType type, ContentDisposition disposition, long size, InputStream bytes) {}
