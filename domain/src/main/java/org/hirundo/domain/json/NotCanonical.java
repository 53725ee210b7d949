package org.hirundo.domain.json;

/** This value has no canonical form: it holds a number that canonical JSON does not allow. */
public final class NotCanonical extends RuntimeException {

    NotCanonical(JsonNumber number) {
        super("Canonical JSON has no number " + CanonicalJson.lenient().text(number));
    }
}
