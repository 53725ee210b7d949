package org.hirundo.remote.http;

import java.io.IOException;

/** The answer is larger than the call accepts. */
public final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLarge(long maxBytes) {
        super("The answer is larger than " + maxBytes + " bytes");
    }
}
