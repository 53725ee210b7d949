package org.hirundo.domain.device;

import org.hirundo.domain.error.InvalidParam;

/** The display name of a device; everybody who shares a room with its user can see it. */
public final class DeviceName {

    /** The most Unicode characters a name may have. */
    public static final int MAX_CHARACTERS = 255;

    private DeviceName() {}

    /**
     * Checks a name that a client gives.
     *
     * @return the name
     * @throws InvalidParam when it is too long
     */
    public static String check(String name) {
        if (name.codePointCount(0, name.length()) > MAX_CHARACTERS) {
            throw new InvalidParam("A device name has at most " + MAX_CHARACTERS + " characters");
        }
        return name;
    }
}
