package org.hirundo.contract;

import org.hirundo.application.port.Storage;

/** What all contracts have in common: an adapter supplies the storage and nothing else. */
public abstract class StorageContract {

    /** The storage under test: the same one all through a test, and empty when the test begins. */
    protected abstract Storage storage();
}
