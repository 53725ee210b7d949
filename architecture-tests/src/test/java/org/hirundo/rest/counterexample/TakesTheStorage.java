package org.hirundo.rest.counterexample;

import org.hirundo.application.port.Storage;

/** Takes all there is, for a start. */
public final class TakesTheStorage {

    private final Storage storage;

    TakesTheStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String toString() {
        return storage.toString();
    }
}
