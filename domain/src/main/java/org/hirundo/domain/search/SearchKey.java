package org.hirundo.domain.search;

import java.util.Arrays;
import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;

/**
 * A part of events that can be searched. An event has one at most.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#search-categories">Search categories</a>
 */
public enum SearchKey {
    /** What a message says. */
    BODY("content.body", EventType.MESSAGE, "body"),
    /** A room's name. */
    NAME("content.name", EventType.NAME, "name"),
    /** A room's topic. */
    TOPIC("content.topic", EventType.TOPIC, "topic");

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // a record of one text
    private final EventType type;

    private final String member;

    SearchKey(String wireName, EventType type, String member) {
        this.wireName = wireName;
        this.type = type;
        this.member = member;
    }

    /** The key of this name. */
    public static Optional<SearchKey> find(String name) {
        return Arrays.stream(values()).filter(key -> key.wireName.equals(name)).findFirst();
    }

    /** What can be searched of events like this one; nothing of encrypted ones. */
    public static Optional<SearchKey> of(Event event) {
        return Arrays.stream(values()).filter(key -> event.isType(key.type)).findFirst();
    }

    /** The text of the event under this key; empty when it has none, as after a redaction. */
    public Optional<String> text(Event event) {
        return event.isType(type) ? event.content().string(member) : Optional.empty();
    }

    /** As the specification writes it. */
    @Override
    public String toString() {
        return wireName;
    }
}
