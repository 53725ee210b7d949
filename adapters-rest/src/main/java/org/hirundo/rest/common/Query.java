package org.hirundo.rest.common;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.domain.sync.RoomEventFilter;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the query; what is not there is null, what is empty counts as not there. */
public final class Query {

    private Query() {}

    /** The text, if there is any. */
    public static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    /**
     * The number, if there is one.
     *
     * @throws InvalidParam when it is none, or negative
     */
    public static OptionalInt count(String name, @Nullable String value) {
        var text = text(value);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        var number = number(name, text.get());
        if (number < 0) {
            throw new InvalidParam(name + " is not negative");
        }
        return OptionalInt.of((int) Math.min(number, Integer.MAX_VALUE));
    }

    /**
     * The time in milliseconds since the epoch, if there is one.
     *
     * @throws InvalidParam when it is no number
     */
    public static Optional<Instant> time(String name, @Nullable String value) {
        return text(value).map(text -> Instant.ofEpochMilli(number(name, text)));
    }

    /**
     * The text that has to be there.
     *
     * @throws MissingParam when it is not there
     */
    public static String required(String name, @Nullable String value) {
        return text(value).orElseThrow(() -> new MissingParam(name + " is missing"));
    }

    /**
     * The number that has to be there.
     *
     * @throws MissingParam when it is not there
     * @throws InvalidParam when it is none
     */
    public static long requiredNumber(String name, @Nullable String value) {
        return number(name, required(name, value));
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new InvalidParam(name + " is an integer");
        }
    }

    /**
     * The flag, false when it is not there.
     *
     * @throws InvalidParam when it is neither true nor false
     */
    public static boolean flag(String name, @Nullable String value) {
        return switch (text(value).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidParam(name + " is true or false");
        };
    }

    /**
     * The filter of a reading endpoint, one that lets all through when it is not there.
     *
     * @throws InvalidParam when it is not a JSON object
     * @throws BadJson when it is not a filter
     */
    public static RoomEventFilter roomEventFilter(@Nullable String value) {
        return text(value)
                .map(text -> RoomEventFilter.parse(object("filter", text)))
                .orElse(RoomEventFilter.ALL);
    }

    /**
     * A JSON object in the query.
     *
     * @throws InvalidParam when it is none
     */
    public static JsonObject object(String name, String text) {
        try {
            return JsonParser.parseObject(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJson malformed) {
            throw new InvalidParam(name + " is a JSON object");
        }
    }
}
