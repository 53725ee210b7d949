package org.hirundo.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.media.ThumbnailMethod.CROP;
import static org.hirundo.domain.media.ThumbnailMethod.SCALE;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hirundo.domain.error.InvalidParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailSizesTest {

    private static final ThumbnailSizes SIZES = ThumbnailSizes.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        // wished; picture; chosen
        "320, 240, SCALE, 4000, 3000, 320, 240, SCALE",
        "100, 100, SCALE, 4000, 3000, 320, 240, SCALE",
        "321, 240, SCALE, 4000, 3000, 320, 240, SCALE", // a picture of 4:3 is 320 wide in 321×240 too
        "321, 241, SCALE, 4000, 3000, 640, 480, SCALE",
        "800, 600, SCALE, 4000, 3000, 800, 600, SCALE",
        "801, 601, SCALE, 4000, 3000, 1600, 1200, SCALE",
        "320, 240, SCALE, 3000, 4000, 320, 240, SCALE",
        "32, 32, CROP, 4000, 3000, 32, 32, CROP",
        "20, 20, CROP, 4000, 3000, 32, 32, CROP",
        "33, 33, CROP, 4000, 3000, 96, 96, CROP",
        "96, 96, CROP, 96, 100, 96, 96, CROP",
        "97, 97, CROP, 4000, 3000, 320, 240, SCALE",
        "200, 200, CROP, 3000, 4000, 640, 480, SCALE", // 320×240 would make it 180 wide
    })
    void the_smallest_that_is_large_enough_is_chosen(
            int wishWidth,
            int wishHeight,
            ThumbnailMethod wished,
            int width,
            int height,
            int boxWidth,
            int boxHeight,
            ThumbnailMethod method) {
        assertThat(SIZES.choose(new ThumbnailRequest(wishWidth, wishHeight, wished, false), width, height))
                .contains(new ThumbnailSize(boxWidth, boxHeight, method));
    }

    @ParameterizedTest
    @CsvSource({
        "320, 240, SCALE, 320, 240",
        "320, 240, SCALE, 100, 50",
        "320, 240, SCALE, 320, 100",
        "2000, 2000, SCALE, 4000, 3000",
        "32, 32, CROP, 31, 3000",
        "32, 32, CROP, 32, 32",
        "96, 96, CROP, 90, 90",
        "1300, 1300, CROP, 4000, 3000",
        "40, 40, CROP, 90, 90"
    })
    void otherwise_it_is_the_picture_itself(
            int wishWidth, int wishHeight, ThumbnailMethod method, int width, int height) {
        assertThat(SIZES.choose(new ThumbnailRequest(wishWidth, wishHeight, method, false), width, height))
                .isEmpty();
    }

    @Property
    void what_is_chosen_is_never_larger_than_the_picture_nor_smaller_than_the_wish(
            @ForAll @IntRange(min = 1, max = 2000) int wishWidth,
            @ForAll @IntRange(min = 1, max = 2000) int wishHeight,
            @ForAll ThumbnailMethod method,
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height) {
        SIZES.choose(new ThumbnailRequest(wishWidth, wishHeight, method, false), width, height)
                .ifPresent(size -> {
                    var factor = factor(size.width(), size.height(), size.method(), width, height);
                    assertThat(factor).isLessThanOrEqualTo(1);
                    if (method == SCALE) {
                        assertThat(factor).isGreaterThanOrEqualTo(factor(wishWidth, wishHeight, SCALE, width, height));
                    } else {
                        assertThat(size.method() == CROP ? size.width() : width * factor)
                                .isGreaterThanOrEqualTo(wishWidth - 1e-9);
                        assertThat(size.method() == CROP ? size.height() : height * factor)
                                .isGreaterThanOrEqualTo(wishHeight - 1e-9);
                    }
                });
    }

    private static double factor(int boxWidth, int boxHeight, ThumbnailMethod method, int width, int height) {
        var horizontal = (double) boxWidth / width;
        var vertical = (double) boxHeight / height;
        return method == SCALE ? Math.min(horizontal, vertical) : Math.max(horizontal, vertical);
    }

    @Test
    void a_wish_has_sides_and_a_method() {
        assertThat(ThumbnailRequest.of(1, 2, Optional.empty(), true))
                .isEqualTo(new ThumbnailRequest(1, 2, SCALE, true));
        assertThat(ThumbnailRequest.of(1, 2, Optional.of("crop"), false))
                .isEqualTo(new ThumbnailRequest(1, 2, CROP, false));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> ThumbnailRequest.of(0, 2, Optional.empty(), false));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> ThumbnailRequest.of(1, -2, Optional.empty(), false));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> ThumbnailRequest.of(1, 2, Optional.of("stretch"), false));
    }
}
