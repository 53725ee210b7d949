package org.hirundo.domain.crypto;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters of an {@link XMatrix} header (RFC 9110, section 11.4), as leniently as the specification asks. */
final class XMatrixParser {

    private static final String SCHEME = "X-Matrix";

    private final String header;
    private int at;

    XMatrixParser(String header) {
        this.header = header;
    }

    /** The parameters by their names in small letters. */
    Map<String, String> parameters() {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new MalformedXMatrix("is of another scheme");
        }
        at = SCHEME.length();
        if (at < header.length() && !isSpace(header.charAt(at))) {
            throw new MalformedXMatrix("has no space after its scheme");
        }
        var parameters = new HashMap<String, String>();
        skipSeparators();
        while (at < header.length()) {
            var name = name();
            if (parameters.put(name, value()) != null) {
                throw new MalformedXMatrix("has two parameters of the same name");
            }
            skipSeparators();
        }
        return parameters;
    }

    private String name() {
        int start = at;
        while (at < header.length() && header.charAt(at) != '=' && header.charAt(at) != ',') {
            at++;
        }
        if (at == header.length() || header.charAt(at) == ',' || at == start) {
            throw new MalformedXMatrix("has a parameter without a name or a value");
        }
        var name = header.substring(start, at).strip().toLowerCase(Locale.ROOT);
        at++;
        return name;
    }

    private String value() {
        skipSpaces();
        return at < header.length() && header.charAt(at) == '"' ? quoted() : bare();
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < header.length() && header.charAt(at) != '"') {
            if (header.charAt(at) == '\\') {
                at++;
            }
            if (at < header.length()) {
                value.append(header.charAt(at));
            }
            at++;
        }
        if (at >= header.length()) {
            throw new MalformedXMatrix("has a quoted value without an end");
        }
        at++;
        if (at < header.length() && !isSpace(header.charAt(at)) && header.charAt(at) != ',') {
            throw new MalformedXMatrix("has no comma after a quoted value");
        }
        return value.toString();
    }

    /** A token, or what old servers leave unquoted: colons in server names and keys. */
    private String bare() {
        int start = at;
        while (at < header.length() && header.charAt(at) != ',' && !isSpace(header.charAt(at))) {
            at++;
        }
        return header.substring(start, at);
    }

    private void skipSeparators() {
        while (at < header.length() && (isSpace(header.charAt(at)) || header.charAt(at) == ',')) {
            at++;
        }
    }

    private void skipSpaces() {
        while (at < header.length() && isSpace(header.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char unit) {
        return unit == ' ' || unit == '\t';
    }
}
