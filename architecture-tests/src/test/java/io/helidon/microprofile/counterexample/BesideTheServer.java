package io.helidon.microprofile.counterexample;

/** Has moved into a package of Helidon that is not the one. */
public final class BesideTheServer {}
