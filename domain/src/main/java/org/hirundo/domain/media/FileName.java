package org.hirundo.domain.media;

import java.util.Optional;
import org.hirundo.domain.error.InvalidParam;

/** The name of a file as its uploader gave it; it is told to those who download it and never used for anything else. */
public record FileName(String value) {

    /** The most UTF-16 units: it must fit into a header, percent-encoded. */
    public static final int MAX_LENGTH = 512;

    /**
     * The name that a client gives, if it gives one.
     *
     * @throws InvalidParam when it is too long
     */
    public static Optional<FileName> of(Optional<String> name) {
        return name.filter(text -> !text.isEmpty()).map(text -> {
            if (text.length() > MAX_LENGTH) {
                throw new InvalidParam("A file name has at most " + MAX_LENGTH + " characters");
            }
            return new FileName(text);
        });
    }

    @Override
    public String toString() {
        return value;
    }
}
