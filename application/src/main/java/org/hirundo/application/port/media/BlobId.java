package org.hirundo.application.port.media;

/** The name of stored bytes: the SHA-256 of them in lower-case hexadecimal, so equal bytes are stored once. */
public record BlobId(String value) {}
