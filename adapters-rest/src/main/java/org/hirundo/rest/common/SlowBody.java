package org.hirundo.rest.common;

import java.io.IOException;

/** The body of a request came too slowly. */
final class SlowBody extends IOException {

    private static final long serialVersionUID = 1L;

    SlowBody() {
        super("The body came too slowly");
    }
}
