package org.hirundo.rest.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML with places for values: {@code {{name}}} for text, which is escaped, and {@code {{{name}}}} for what is HTML already. Values are
 * not looked at again, whatever is in them.
 */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** The template in the file beside the class. */
    public static Template beside(Class<?> place, String file) {
        return new Template(text(place, file));
    }

    /** The text of a file beside the class. */
    public static String text(Class<?> place, String file) {
        try (var in = place.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file + " beside " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " beside " + place + " cannot be read", e);
        }
    }

    /**
     * The template with these values in their places.
     *
     * @throws IllegalArgumentException when there is a place without a value
     */
    public String with(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1) == null ? escaped(value(values, place, 2)) : value(values, place, 1)));
    }

    private static String value(Map<String, String> values, MatchResult place, int group) {
        var value = values.get(place.group(group));
        if (value == null) {
            throw new IllegalArgumentException("There is no value for " + place.group());
        }
        return value;
    }

    /** The text so that it means itself in HTML, between tags and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
