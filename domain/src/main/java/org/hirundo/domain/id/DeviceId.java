package org.hirundo.domain.id;

/**
 * The id of a user's device: opaque, chosen by the client or by the server.
 */
public record DeviceId(String value) {

    /**
     * Reads a device id.
     *
     * @throws MalformedIdentifier when it is empty, longer than 255 bytes or has a NUL
     */
    public static DeviceId parse(String text) {
        if (!Grammar.isOpaque(text)) {
            throw new MalformedIdentifier("a device id", text);
        }
        return new DeviceId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
