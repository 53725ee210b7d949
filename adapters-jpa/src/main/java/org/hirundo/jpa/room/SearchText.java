package org.hirundo.jpa.room;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.port.room.RoomSummary;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Text;

/** What a search of the room directory compares: folded by us, for each database has its own idea of letter case. */
final class SearchText {

    /** Stands between texts and in none of them: in stored text U+0001 has a digit behind it. */
    private static final String BOUNDARY = "\u0001\n";

    private SearchText() {}

    /** Everything in which a room is searched. */
    static String of(RoomId room, RoomSummary summary) {
        return Stream.of(
                        summary.name(),
                        summary.topic(),
                        summary.canonicalAlias(),
                        Optional.of(room.toString()))
                .flatMap(Optional::stream)
                .map(SearchText::folded)
                .collect(Collectors.joining(BOUNDARY));
    }

    /** The text without differences of letter case, as columns hold it. */
    static String folded(String text) {
        return Text.stored(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
