package org.hirundo.domain.media;

import static org.hirundo.domain.media.ThumbnailMethod.CROP;
import static org.hirundo.domain.media.ThumbnailMethod.SCALE;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The thumbnails that a server makes. Clients wish for any size; what they get is the smallest of these that is not smaller
 * than what they wish for, or the picture itself. So the number of thumbnails per picture is bounded, whatever is asked.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#thumbnails">Thumbnails</a>
 */
public record ThumbnailSizes(List<ThumbnailSize> sizes) {

    /**
     * The sizes that the specification recommends, and a larger one for screens with many pixels, so that these do not make
     * every picture be sent whole.
     */
    public static final ThumbnailSizes DEFAULT = new ThumbnailSizes(List.of(
            new ThumbnailSize(32, 32, CROP),
            new ThumbnailSize(96, 96, CROP),
            new ThumbnailSize(320, 240, SCALE),
            new ThumbnailSize(640, 480, SCALE),
            new ThumbnailSize(800, 600, SCALE),
            new ThumbnailSize(1600, 1200, SCALE)));

    public ThumbnailSizes {
        sizes = sizes.stream()
                .sorted(Comparator.comparingLong(ThumbnailSize::area))
                .toList();
    }

    /**
     * The thumbnail to answer with; empty when it is to be the picture itself, because it is not larger than what is wished
     * for or no thumbnail is large enough. No picture is ever made larger.
     *
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     */
    public Optional<ThumbnailSize> choose(ThumbnailRequest request, int width, int height) {
        return switch (request.method()) {
            case SCALE ->
                scaled(size -> isAtLeast(size, request.width(), request.height(), width, height), width, height)
                        .findFirst();
            case CROP ->
                request.width() > width || request.height() > height
                        ? Optional.empty()
                        : Stream.concat(
                                        cropped(request, width, height),
                                        scaled(size -> covers(size, request, width, height), width, height))
                                .findFirst();
        };
    }

    /** The boxes that the picture is cut to without being made larger, and that are no smaller than the wish. */
    private Stream<ThumbnailSize> cropped(ThumbnailRequest request, int width, int height) {
        return sizes.stream()
                .filter(size -> size.method() == CROP)
                .filter(size -> size.width() >= request.width() && size.height() >= request.height())
                .filter(size -> size.width() <= width && size.height() <= height)
                .filter(size -> size.width() < width || size.height() < height);
    }

    /** The boxes that the picture is made smaller for. */
    private Stream<ThumbnailSize> scaled(Predicate<ThumbnailSize> isLargeEnough, int width, int height) {
        return sizes.stream()
                .filter(size -> size.method() == SCALE)
                .filter(size -> size.width() < width || size.height() < height)
                .filter(isLargeEnough);
    }

    /** Whether the picture, scaled into the box, is at least as large as when scaled into the wished one. */
    private static boolean isAtLeast(ThumbnailSize size, int wishWidth, int wishHeight, int width, int height) {
        // The factor of a box is the smaller of its sides' factors; compared here without fractions.
        var byBox = Math.min((long) size.width() * height, (long) size.height() * width);
        var byWish = Math.min((long) wishWidth * height, (long) wishHeight * width);
        return byBox >= byWish;
    }

    /** Whether the picture, scaled into the box, covers the wished box in both directions. */
    private static boolean covers(ThumbnailSize size, ThumbnailRequest request, int width, int height) {
        var byBox = Math.min((long) size.width() * height, (long) size.height() * width);
        return byBox >= (long) request.width() * height && byBox >= (long) request.height() * width;
    }
}
