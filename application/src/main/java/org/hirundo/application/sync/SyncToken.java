package org.hirundo.application.sync;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.error.InvalidParam;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has seen: {@code s<durable>_<epoch>.<ephemeral>}, with {@code _<to-device>} behind it when the inbox of
 * its device was longer than one answer, and {@code ~<sticky>} when there were more sticky events.
 *
 * @param durable the position in the durable stream
 * @param epoch the epoch that the ephemeral position belongs to
 * @param ephemeral the position among typing and presence
 * @param toDevice how far the inbox was delivered, when not up to {@code durable}
 * @param sticky how far sticky events were told, when not up to {@code durable}
 */
public record SyncToken(
        StreamPosition durable,
        String epoch,
        long ephemeral,
        Optional<StreamPosition> toDevice,
        Optional<StreamPosition> sticky) {

    private static final Pattern FORM =
            Pattern.compile("s(\\d{1,18})_([0-9a-z]{1,12})\\.(\\d{1,18})(?:_(\\d{1,18}))?(?:~(\\d{1,18}))?");

    /** That of a client which was told all sticky events. */
    public SyncToken(StreamPosition durable, String epoch, long ephemeral, Optional<StreamPosition> toDevice) {
        this(durable, epoch, ephemeral, toDevice, Optional.empty());
    }

    /**
     * Reads a token.
     *
     * @throws InvalidParam when it is none of ours
     */
    public static SyncToken parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidParam("This is not a sync token: " + text);
        }
        return new SyncToken(
                new StreamPosition(Long.parseLong(matcher.group(1))),
                matcher.group(2),
                Long.parseLong(matcher.group(3)),
                position(matcher.group(4)),
                position(matcher.group(5)));
    }

    private static Optional<StreamPosition> position(@Nullable String digits) {
        return Optional.ofNullable(digits).map(Long::parseLong).map(StreamPosition::new);
    }

    /** Up to where the messages to the device were delivered. */
    public StreamPosition delivered() {
        return toDevice.orElse(durable);
    }

    @Override
    public String toString() {
        return "s" + durable.value() + "_" + epoch + "." + ephemeral
                + toDevice.map(position -> "_" + position.value()).orElse("")
                + sticky.map(position -> "~" + position.value()).orElse("");
    }
}
