package org.hirundo.application.space;

import java.util.regex.Pattern;
import org.hirundo.domain.error.InvalidParam;

/**
 * Where a page of a space's tree starts, {@code h<rooms before it>_<depth>_<s or a>}, for suggested rooms or all: a walk is gone
 * on with as it was begun.
 */
record HierarchyToken(int seen, int maxDepth, boolean suggestedOnly) {

    private static final Pattern FORM = Pattern.compile("h(\\d{1,9})_(\\d{1,9})_([sa])");

    /**
     * Reads a token.
     *
     * @throws InvalidParam when it is none of ours
     */
    static HierarchyToken parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidParam("Not a token of a space hierarchy: " + text);
        }
        return new HierarchyToken(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3).equals("s"));
    }

    @Override
    public String toString() {
        return "h" + seen + "_" + maxDepth + "_" + (suggestedOnly ? "s" : "a");
    }
}
