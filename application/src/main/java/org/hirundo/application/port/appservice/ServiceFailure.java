package org.hirundo.application.port.appservice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application service did not answer, or not as it should. */
public final class ServiceFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Refusal> refusal;
    private final boolean timedOut;

    /** What a service answered whose status is not a good one: the status, and the beginning of the text. */
    public record Refusal(int status, String text) {}

    private ServiceFailure(String message, @Nullable Throwable cause, Optional<Refusal> refusal, boolean timedOut) {
        super(message, cause);
        this.refusal = refusal;
        this.timedOut = timedOut;
    }

    /** It could not be reached. */
    public static ServiceFailure unreachable(String message, Throwable cause) {
        return new ServiceFailure(message, cause, Optional.empty(), false);
    }

    /** It did not answer in time. */
    public static ServiceFailure timedOut(String message, Throwable cause) {
        return new ServiceFailure(message, cause, Optional.empty(), true);
    }

    /** It answered that it does not do what it was asked. */
    public static ServiceFailure refused(String message, Refusal refusal) {
        return new ServiceFailure(message, null, Optional.of(refusal), false);
    }

    /** What it answered; empty when it did not. */
    public Optional<Refusal> refusal() {
        return refusal;
    }

    /** Whether it did not answer in time. */
    public boolean isTimeout() {
        return timedOut;
    }
}
