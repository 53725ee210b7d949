package org.hirundo.domain.crypto;

/** An {@code Authorization} header is not one by which a server signs a request; the message says why. */
public final class MalformedXMatrix extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedXMatrix(String reason) {
        super("The X-Matrix header " + reason, null, false, false);
    }
}
