package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes documents that are nearly valid: bytes of valid ones, changed in a few places. */
public final class Mutations {

    /** What JSON is made of, and what it must not be made of; apart by spaces. */
    private static final String TEXTS =
            "{ } [ ] , : \" \\ \\u \\ud83d \\ude00 \\u0000 / e E . - + 0 1 9223372036854775807 1e5 0.5"
                    + " true false null NaN \u0000 \u001f \u007f é 日 😀 \ufeff \n \t \"a\":1, \"b\":[] {\"a\":{\"a\": [[[[[[[[ ]]]]";

    /** What looks like UTF-8 and is not: a surrogate, a slash in two bytes, a character beyond the last. */
    private static final List<byte[]> NO_TEXTS = List.of(
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xc0, (byte) 0xaf},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80});

    private static final List<byte[]> PIECES = Stream.concat(
                    Arrays.stream(TEXTS.split(" ", -1)).map(text -> text.getBytes(UTF_8)), NO_TEXTS.stream())
            .toList();

    private final RandomGenerator random;

    /** The same changes for the same generator. */
    public Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** The document with one to four changes. */
    public byte[] mutate(byte[] document) {
        var mutant = document;
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            mutant = change(mutant);
        }
        return mutant;
    }

    private byte[] change(byte[] document) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(1, 8));
        return switch (random.nextInt(6)) {
            case 0 -> splice(document, from, to, new byte[0]);
            case 1 -> splice(document, from, from, PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> splice(document, from, to, PIECES.get(random.nextInt(PIECES.size())));
            case 3 -> splice(document, from, Math.min(document.length, from + 1), new byte[] {(byte) random.nextInt()});
            case 4 -> splice(document, from, from, Arrays.copyOfRange(document, from, to));
            default -> Arrays.copyOf(document, from);
        };
    }

    private static byte[] splice(byte[] document, int from, int to, byte[] piece) {
        var spliced = new byte[document.length - (to - from) + piece.length];
        System.arraycopy(document, 0, spliced, 0, from);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(document, to, spliced, from + piece.length, document.length - to);
        return spliced;
    }
}
