package org.hirundo.domain.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseFoldingTest {

    @Test
    void no_character_changes_its_width_or_becomes_ascii() {
        var wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.charCount(CaseFolding.fold(c)) != Character.charCount(c)
                        || (c >= 128) != (CaseFolding.fold(c) >= 128))
                .toArray();

        assertThat(wrong).isEmpty();
    }

    @Test
    void folding_twice_is_folding_once() {
        var wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> CaseFolding.fold(CaseFolding.fold(c)) != CaseFolding.fold(c))
                .toArray();

        assertThat(wrong).isEmpty();
    }

    @Test
    void capitals_and_small_letters_fold_alike() {
        assertThat(CaseFolding.fold("Grüße, ΣΊΣΥΦΟΣ")).isEqualTo(CaseFolding.fold("grÜße, σίσυφος"));
        assertThat(CaseFolding.foldsTo("äpfel", "ÄPFEL")).isTrue();
        assertThat(CaseFolding.foldsTo("äpfel", "ÄPFELN")).isFalse();
        assertThat(CaseFolding.foldsTo("äpfel", "ÄPFEX")).isFalse();
    }
}
