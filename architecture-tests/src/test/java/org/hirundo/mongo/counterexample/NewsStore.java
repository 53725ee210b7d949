package org.hirundo.mongo.counterexample;

/** A store without a contract. */
public interface NewsStore {}
