package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Proves nothing, and always succeeds.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#dummy-auth">Dummy Auth</a>
 */
@Singleton
final class DummyStage implements Stage {

    @Inject
    DummyStage() {}

    @Override
    public String type() {
        return Flows.DUMMY;
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        return Outcome.DONE;
    }
}
