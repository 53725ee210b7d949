package org.hirundo.domain.counterexample;

import java.util.UUID;

/** Nobody can tell beforehand what it will say. */
public final class MakesIdsUp {

    String id() {
        return UUID.randomUUID().toString();
    }
}
