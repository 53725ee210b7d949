package org.hirundo.jpa.counterexample;

/** A row for everybody. */
public final class NakedRow {

    int id;
}
