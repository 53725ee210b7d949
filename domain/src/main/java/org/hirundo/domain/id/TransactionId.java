package org.hirundo.domain.id;

/**
 * A transaction id: opaque, chosen by the client, one for each device and endpoint.
 */
public record TransactionId(String value) {

    /**
     * Reads a transaction id.
     *
     * @throws MalformedIdentifier when it is empty, longer than 255 bytes or has a NUL
     */
    public static TransactionId parse(String text) {
        if (!Grammar.isOpaque(text)) {
            throw new MalformedIdentifier("a transaction id", text);
        }
        return new TransactionId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
