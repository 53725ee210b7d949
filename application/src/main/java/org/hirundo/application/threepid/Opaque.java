package org.hirundo.application.threepid;

import java.util.regex.Pattern;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.InvalidParam;

/** Secrets and ids of sessions, as clients choose and show them. */
final class Opaque {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9A-Za-z.=_-]{1,255}");

    private Opaque() {}

    /**
     * The member of the body.
     *
     * @throws org.hirundo.domain.error.MissingParam when it is not there
     * @throws InvalidParam when it has other characters, or too many
     */
    static String read(Body body, String name) {
        var text = body.requiredString(name);
        if (!GRAMMAR.matcher(text).matches()) {
            throw new InvalidParam(name + " has 1 to 255 letters, digits and .=_-");
        }
        return text;
    }
}
