package org.hirundo.application.stream;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.application.port.stream.StreamPosition;

/** The place in the durable stream that tokens of {@code /sync} and positions of sliding sync begin with. */
public final class SyncPosition {

    private static final Pattern TOKEN = Pattern.compile("s(\\d{1,18})(?:_.*)?", Pattern.DOTALL);

    private SyncPosition() {}

    /** The position, whatever comes after it; empty when the token comes from neither. */
    public static Optional<StreamPosition> of(String token) {
        var matcher = TOKEN.matcher(token);
        return matcher.matches() ? Optional.of(new StreamPosition(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
