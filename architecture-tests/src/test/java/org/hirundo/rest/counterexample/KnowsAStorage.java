package org.hirundo.rest.counterexample;

import jakarta.persistence.EntityManager;
import org.hirundo.jpa.JpaStorage;

/** Goes to the database by itself. */
public final class KnowsAStorage {

    EntityManager open(JpaStorage storage) {
        throw new UnsupportedOperationException(storage.toString());
    }
}
