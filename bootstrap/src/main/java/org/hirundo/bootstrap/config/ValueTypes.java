package org.hirundo.bootstrap.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hirundo.application.config.Network;
import org.hirundo.application.config.RateLimitConfig.Rate;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.preview.HostPattern;
import org.hirundo.domain.room.RoomVersion;

/** The types of values that options have. */
public final class ValueTypes {

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)\\s*([A-Za-z]*)");

    private static final Pattern RATE_TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)/(s|min|h) burst (\\d+)");

    private static final Map<String, Long> BYTES = Map.of("", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private static final Map<String, Duration> DURATIONS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private ValueTypes() {}

    static final ValueType<String> TEXT = new ValueType<>("some text", ValueTypes::notEmpty);

    static final ValueType<Boolean> YES_OR_NO = new ValueType<>("yes or no", text -> switch (text) {
        case "yes", "true" -> true;
        case "no", "false" -> false;
        default -> throw new IllegalArgumentException(text);
    });

    static final ValueType<Path> PATH =
            new ValueType<>("the path of a file or directory", text -> Path.of(notEmpty(text)));

    static final ValueType<ServerName> SERVER_NAME = new ValueType<>(
            "a server name as in user ids: a host name or an IP address, perhaps with a port", ServerName::parse);

    static final ValueType<UserId> USER_ID = new ValueType<>("a user id like @alice:example.org", UserId::parse);

    static final ValueType<URI> WEB_ADDRESS =
            new ValueType<>("an address that begins with https:// or http://", ValueTypes::webAddress);

    static final ValueType<JsonObject> JSON_OBJECT =
            new ValueType<>("a JSON object", text -> JsonParser.parseObject(text.getBytes(StandardCharsets.UTF_8)));

    static final ValueType<RoomVersion> ROOM_VERSION = new ValueType<>(
            "a room version: "
                    + RoomVersion.supported().stream().map(RoomVersion::id).collect(Collectors.joining(", ")),
            text -> RoomVersion.of(text).orElseThrow());

    static final ValueType<Network> NETWORK =
            new ValueType<>("an IP address, or a network like 10.0.0.0/8", Network::parse);

    /** A duration. */
    public static final ValueType<Duration> DURATION = new ValueType<>(
            "a duration like 500ms, 30s, 5min, 24h or 7d",
            text -> amount(text, DURATIONS, (number, unit) -> unit.multipliedBy(number)));

    static final ValueType<Instant> TIME =
            new ValueType<>("a date like 2026-01-31 or a time like 2026-01-31T12:00:00Z", ValueTypes::time);

    static final ValueType<Rate> RATE =
            new ValueType<>("a rate like 10/s burst 100, with s, min or h", ValueTypes::rate);

    /** A whole number within these bounds. */
    public static ValueType<Integer> number(int min, int max) {
        return new ValueType<>(
                "a whole number from " + min + " to " + max,
                text -> Math.toIntExact(within(Integer.parseInt(text), min, max)));
    }

    static ValueType<Long> bytes(long min, long max) {
        return new ValueType<>(
                "an amount of bytes like 4096, 64KiB, 100MiB or 2GiB",
                text -> within(amount(text, BYTES, Math::multiplyExact), min, max));
    }

    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        var values = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(ValueTypes::wireName, Function.identity()));
        return new ValueType<>(
                Arrays.stream(type.getEnumConstants()).map(ValueTypes::wireName).collect(Collectors.joining(" or ")),
                text -> {
                    var value = values.get(text);
                    if (value == null) {
                        throw new IllegalArgumentException(text);
                    }
                    return value;
                });
    }

    static <T> ValueType<List<T>> listOf(ValueType<T> element) {
        return new ValueType<>(
                "a list, separated by commas; each is " + element.description(),
                text -> text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(String::strip)
                                .map(element.parse())
                                .toList());
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static final ValueType<String> JPA_PROVIDER =
            new ValueType<>("eclipselink or hibernate", text -> matching("eclipselink|hibernate", text));

    static final ValueType<HostPattern> HOST = new ValueType<>("a host such as example.org", HostPattern::parse);

    static final ValueType<String> LANGUAGES =
            new ValueType<>("languages such as fr, en;q=0.5", text -> matching("[A-Za-z0-9*;=., -]{1,255}", text));
    static final ValueType<TermsConfig.Line> POLICY = new ValueType<>(
            "a policy like: privacy_policy 1.2 en https://example.org/privacy-1.2.html Privacy Policy",
            ValueTypes::policy);

    static final ValueType<String> MAIL_SENDER = new ValueType<>(
            "a mail address, or a name and a mail address like: Our server <noreply@example.org>",
            text -> matching("[^<>@\"\\r\\n]*<[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+", text));

    static final ValueType<String> TURN_URI = new ValueType<>(
            "the address of a TURN server, such as turn:turn.example.org:3478?transport=udp",
            text -> matching("turns?:\\S+", text));

    private static Instant time(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static TermsConfig.Line policy(String text) {
        var parts = text.split(" +", 5);
        if (parts.length < 5) {
            throw new IllegalArgumentException(text);
        }
        return new TermsConfig.Line(
                matching("[0-9A-Za-z._~-]{1,64}", parts[0]),
                parts[1],
                matching("[A-Za-z]{2,8}([-_][0-9A-Za-z]{1,8})*", parts[2]),
                webAddress(parts[3]),
                parts[4]);
    }

    private static Rate rate(String text) {
        var parts = RATE_TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        var unit = Objects.requireNonNull(DURATIONS.get(parts.group(2)));
        return new Rate(Double.parseDouble(parts.group(1)) / unit.toSeconds(), Integer.parseInt(parts.group(3)));
    }

    private static String matching(String pattern, String text) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return text;
    }

    private static long within(long number, long min, long max) {
        if (number < min || number > max) {
            throw new IllegalArgumentException(number + " is not from " + min + " to " + max);
        }
        return number;
    }

    private static URI webAddress(String text) {
        var address = URI.create(text);
        if (!("https".equals(address.getScheme()) || "http".equals(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private interface Multiplication<U, T> {

        T of(long number, U unit);
    }

    private static <U, T> T amount(String text, Map<String, U> units, Multiplication<U, T> product) {
        var amount = AMOUNT.matcher(text);
        var unit = amount.matches() ? units.get(amount.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(text);
        }
        return product.of(Long.parseLong(amount.group(1)), unit);
    }
}
