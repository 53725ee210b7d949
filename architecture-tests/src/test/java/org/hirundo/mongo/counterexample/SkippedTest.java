package org.hirundo.mongo.counterexample;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.hirundo.contract.StorageContract;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Is not run, runs one test only by day, and that one only if it likes. */
@Disabled("too slow")
public abstract class SkippedTest extends StorageContract {

    @Test
    @EnabledIfEnvironmentVariable(named = "DAYLIGHT", matches = "yes")
    void it_shines() {
        assumeTrue(storage() != null);
    }
}
