package org.hirundo.bootstrap.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration has mistakes; all of them are told at once. */
public final class Misconfigured extends Exception {

    private final transient List<Mistake> mistakes;

    /** With at least one mistake. */
    public Misconfigured(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong, in no particular order. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
