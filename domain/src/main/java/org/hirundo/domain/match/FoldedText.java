package org.hirundo.domain.match;

/** A text made ready to be searched without regard to case, once for any number of searches. */
public final class FoldedText {

    private final String folded;

    private FoldedText(String folded) {
        this.folded = folded;
    }

    /** The text, made ready. */
    public static FoldedText of(String text) {
        return new FoldedText(CaseFolding.fold(text));
    }

    String folded() {
        return folded;
    }
}
