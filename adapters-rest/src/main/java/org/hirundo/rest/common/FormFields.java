package org.hirundo.rest.common;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.error.InvalidParam;

/**
 * What somebody filled into a form of one of the server's pages. A resource has it as its one parameter without annotations.
 *
 * @param fields of several with one name the last
 */
public record FormFields(Map<String, String> fields) {

    /** Copies the fields. */
    public FormFields {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads the body of a request, as browsers encode it.
     *
     * @throws InvalidParam when it is not so encoded
     */
    static FormFields parse(String body) {
        var fields = new HashMap<String, String>();
        for (var field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return new FormFields(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidParam("The form is not encoded as forms are");
        }
    }

    /** What is in the field, if anything is. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }
}
