package org.hirundo.application.port.mail;

import java.time.Instant;
import java.util.List;

/**
 * A room with what its reader has not read.
 *
 * @param name what the reader knows it by
 * @param unread how many messages are unread, at least as many as are told
 * @param messages the last of them, oldest first, one at least
 */
public record UnreadRoom(String name, int unread, List<Message> messages) {

    /** Copies the messages. */
    public UnreadRoom {
        messages = List.copyOf(messages);
    }

    /**
     * A message.
     *
     * @param sender the name of who sent it
     * @param at when
     */
    public record Message(String sender, Instant at, Said said) {}

    /** What a message says. */
    public sealed interface Said {

        /** A text, perhaps of several lines. */
        record Text(String text) implements Said {}

        /** What the server cannot read. */
        record Encrypted() implements Said {}

        /** That the reader may come to the room. */
        record Invitation() implements Said {}

        /** What is no text. */
        record Something() implements Said {}
    }
}
