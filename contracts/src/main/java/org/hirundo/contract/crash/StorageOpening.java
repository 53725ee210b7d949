package org.hirundo.contract.crash;

import java.util.List;
import org.hirundo.application.port.Storage;

/** How a storage is opened in whatever process; a public class with a public constructor without parameters. */
public interface StorageOpening {

    /**
     * Opens the storage.
     *
     * @param arguments where it is, in the words of the adapter
     */
    Storage open(List<String> arguments);
}
