package org.hirundo.domain.id;

/** A text is not the identifier it is taken for. */
public final class MalformedIdentifier extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedIdentifier(String what, String text) {
        super("Not " + what + ": " + shortened(text), null, false, false);
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
