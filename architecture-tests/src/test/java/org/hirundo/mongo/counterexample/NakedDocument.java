package org.hirundo.mongo.counterexample;

/** A document for everybody. */
public final class NakedDocument {

    int id;
}
