package org.hirundo.domain.error;

/** The application service answered with a status that does not say that all went well. */
public final class ServiceBadStatus extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    /** With what was answered. */
    public ServiceBadStatus(int status, String body) {
        super("The application service answered with the status " + status);
        this.status = status;
        this.body = body;
    }

    /** The status of its answer. */
    public int status() {
        return status;
    }

    /** The text of its answer, or the beginning of it. */
    public String body() {
        return body;
    }
}
