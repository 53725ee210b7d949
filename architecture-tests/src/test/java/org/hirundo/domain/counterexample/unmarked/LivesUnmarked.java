package org.hirundo.domain.counterexample.unmarked;

/** A counter-example: whether its members may be null, nobody knows. */
public final class LivesUnmarked {}
