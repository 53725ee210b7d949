package org.hirundo.domain.media;

import java.util.Arrays;
import java.util.Optional;

/** How a picture gets into a box. */
public enum ThumbnailMethod {
    /** It fills the box, and what is outside is cut off. */
    CROP("crop"),
    /** It fits into the box and keeps its proportions. */
    SCALE("scale");

    private final String wireName;

    ThumbnailMethod(String wireName) {
        this.wireName = wireName;
    }

    /** The method of this name. */
    public static Optional<ThumbnailMethod> of(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst();
    }

    /** The name in queries. */
    @Override
    public String toString() {
        return wireName;
    }
}
