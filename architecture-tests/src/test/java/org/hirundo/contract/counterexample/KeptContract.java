package org.hirundo.contract.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.contract.StorageContract;
import org.junit.jupiter.api.Test;

/** What a storage is asked. */
public abstract class KeptContract extends StorageContract {

    @Test
    protected void it_is_there() {
        assertThat(storage()).isNotNull();
    }
}
