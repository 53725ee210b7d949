package org.hirundo.domain.event;

/** JSON is not an event in the format of its room's version. */
public sealed class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public MalformedEvent(String message) {
        super(message, null, false, false);
    }

    /** What is wrong. */
    public String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    /** It is larger than events may be, as a whole or in one of its fields. */
    public static final class TooLarge extends MalformedEvent {

        private static final long serialVersionUID = 1L;

        /** With what is too large. */
        public TooLarge(String message) {
            super(message);
        }
    }
}
