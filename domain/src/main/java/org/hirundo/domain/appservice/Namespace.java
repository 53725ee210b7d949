package org.hirundo.domain.appservice;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Some of the ids of one kind.
 *
 * @param regex what ids of the namespace begin with
 * @param exclusive whether nobody but the application service may have ids of it
 */
public record Namespace(Pattern regex, boolean exclusive) {

    /** As {@code [:alpha:]}, which only has a meaning inside of brackets. */
    private static final Pattern POSIX_CLASS = Pattern.compile("\\[:([a-z]+):\\]");

    /**
     * Reads a POSIX regular expression. As on other servers it is not tied to the end of the id: many registrations rely on it.
     *
     * @throws PatternSyntaxException when it is none
     */
    public static Namespace of(String regex, boolean exclusive) {
        return new Namespace(
                Pattern.compile(POSIX_CLASS.matcher(regex).replaceAll(found -> javaClass(found.group(1)))), exclusive);
    }

    private static String javaClass(String posix) {
        var name =
                posix.equals("xdigit") ? "XDigit" : posix.substring(0, 1).toUpperCase(Locale.ROOT) + posix.substring(1);
        return "\\\\p{" + name + "}";
    }

    /** Whether the id is of the namespace. */
    boolean includes(String id) {
        return regex.matcher(id).lookingAt();
    }
}
