package org.hirundo.domain.sync;

import java.util.regex.Pattern;
import org.hirundo.domain.error.InvalidParam;

/**
 * How far a client of sliding sync was told of sticky events. Of rooms that its user joined later it was told of none.
 *
 * @param told the stream position up to which it was told
 * @param joinedBy the stream position at which its user was in the rooms that it was told of
 */
public record StickyPlace(long told, long joinedBy) {

    /** That of a client that was told of nothing. */
    public static final StickyPlace NOTHING = new StickyPlace(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_(\\d{1,18})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws InvalidParam when it is something else
     */
    public static StickyPlace parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidParam("since is no token of this extension: " + text);
        }
        return new StickyPlace(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return told + "_" + joinedBy;
    }
}
