package org.hirundo.contract.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.contract.StorageContract;
import org.junit.jupiter.api.Test;

/** What no storage is asked. */
public abstract class ForgottenContract extends StorageContract {

    @Test
    void it_is_there() {
        assertThat(storage()).isNotNull();
    }
}
