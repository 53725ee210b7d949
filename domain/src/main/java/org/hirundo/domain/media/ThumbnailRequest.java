package org.hirundo.domain.media;

import java.util.Optional;
import org.hirundo.domain.error.InvalidParam;

/**
 * The thumbnail that a client wishes for.
 *
 * @param animated whether it may move, if the picture does
 */
public record ThumbnailRequest(int width, int height, ThumbnailMethod method, boolean animated) {

    /**
     * The wish, checked.
     *
     * @param method scaled when absent
     * @throws InvalidParam when a side is not positive or there is no such method
     */
    public static ThumbnailRequest of(int width, int height, Optional<String> method, boolean animated) {
        if (width <= 0 || height <= 0) {
            throw new InvalidParam("The sides of a thumbnail are positive");
        }
        var known = method.map(name ->
                ThumbnailMethod.of(name).orElseThrow(() -> new InvalidParam("The method is crop or scale: " + name)));
        return new ThumbnailRequest(width, height, known.orElse(ThumbnailMethod.SCALE), animated);
    }
}
