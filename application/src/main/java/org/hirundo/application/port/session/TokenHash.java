package org.hirundo.application.port.session;

/** The SHA-256 of a token in unpadded URL-safe Base64. Tokens themselves are never stored. */
public record TokenHash(String value) {}
