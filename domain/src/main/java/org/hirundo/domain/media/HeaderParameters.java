package org.hirundo.domain.media;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A header of the form {@code value; name=token; name="quoted"}, read without complaint: what is malformed is passed over. */
record HeaderParameters(String value, Map<String, String> parameters) {

    static HeaderParameters of(String header) {
        var reader = new Reader(header);
        var value = reader.until(";").strip();
        var parameters = new LinkedHashMap<String, String>();
        while (reader.skip(';')) {
            var name = reader.until("=;").strip().toLowerCase(Locale.ROOT);
            if (reader.skip('=')) {
                parameters.putIfAbsent(name, reader.parameterValue());
            }
        }
        return new HeaderParameters(value, parameters);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static final class Reader {

        private final String text;
        private int position;

        Reader(String text) {
            this.text = text;
        }

        boolean skip(char expected) {
            if (position < text.length() && text.charAt(position) == expected) {
                position++;
                return true;
            }
            return false;
        }

        String until(String ends) {
            var start = position;
            while (position < text.length() && ends.indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return text.substring(start, position);
        }

        String parameterValue() {
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
            if (!skip('"')) {
                return until(";").strip();
            }
            var value = new StringBuilder();
            while (position < text.length() && !skip('"')) {
                if (skip('\\') && position == text.length()) {
                    break;
                }
                value.append(text.charAt(position++));
            }
            until(";");
            return value.toString();
        }
    }
}
