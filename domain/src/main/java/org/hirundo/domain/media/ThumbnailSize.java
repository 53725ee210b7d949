package org.hirundo.domain.media;

/** A thumbnail that the server makes of pictures that are larger: a box, and how the picture gets into it. */
public record ThumbnailSize(int width, int height, ThumbnailMethod method) {

    long area() {
        return (long) width * height;
    }
}
