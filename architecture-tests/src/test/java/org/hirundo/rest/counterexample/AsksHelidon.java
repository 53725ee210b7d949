package org.hirundo.rest.counterexample;

import io.helidon.webserver.http.ServerResponse;

/** Answers by the means of the server it happens to run on. */
public final class AsksHelidon {

    void answer(ServerResponse response) {
        response.send();
    }
}
