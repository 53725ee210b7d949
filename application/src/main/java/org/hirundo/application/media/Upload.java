package org.hirundo.application.media;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file on its way to us.
 *
 * @param length how many bytes are announced, when they are
 * @param contentType what the client says that the bytes are
 * @param fileName the name of the file
 */
public record Upload(InputStream bytes, OptionalLong length, Optional<String> contentType, Optional<String> fileName) {}
