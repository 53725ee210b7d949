package org.hirundo.mongo.counterexample;

import jakarta.persistence.EntityManager;
import org.hirundo.jpa.JpaStorage;

/** Shares the work with the other storage. */
public final class KnowsJpa {

    EntityManager open(JpaStorage storage) {
        throw new UnsupportedOperationException(storage.toString());
    }
}
