package org.hirundo.application.port;

/** The storage could not do what it was asked: the connection is gone, the disk is full. Nothing of the call happened, or it is unknown whether it did. */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the driver's failure as the cause. */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
