package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.UnreadRoom;
import org.hirundo.application.port.mail.UnreadRoom.Message;
import org.hirundo.application.port.mail.UnreadRoom.Said;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.push.UnreadMessages.InRoom;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.push.PushContext;

/** Writes the letter about what a user has not read. */
@Singleton
final class UnreadLetter {

    /** So many messages of a room are told, the last ones; of the others, how many there are. */
    private static final int MAX_MESSAGES = 10;

    private static final int MAX_CHARACTERS = 1_000;

    private final RoomHeads rooms;
    private final PushContexts contexts;
    private final UnsubscribeLinks links;

    @Inject
    UnreadLetter(RoomHeads rooms, PushContexts contexts, UnsubscribeLinks links) {
        this.rooms = rooms;
        this.contexts = contexts;
        this.links = links;
    }

    /** The letter about these rooms, of which there is one at least; up to one position it is one letter. */
    Letter of(Pusher.Key key, StreamPosition upTo, Map<RoomId, InRoom> unread) {
        var told = unread.entrySet().stream()
                .map(room -> room(key.user(), room.getKey(), room.getValue()))
                .toList();
        return new Letter.Unread(id(key, upTo), told, links.of(key));
    }

    private static String id(Pusher.Key key, StreamPosition upTo) {
        var text = String.join("\0", key.user().toString(), key.pushkey(), String.valueOf(upTo.value()));
        return UnpaddedBase64.encodeUrlSafe(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private UnreadRoom room(UserId reader, RoomId room, InRoom unread) {
        var messages = unread.messages().stream()
                .skip(Math.max(0, unread.messages().size() - MAX_MESSAGES))
                .map(stored -> message(reader, stored))
                .toList();
        return new UnreadRoom(name(room, messages), unread.count(), messages);
    }

    private String name(RoomId room, List<Message> messages) {
        return rooms.find(room)
                .map(live -> live.summary())
                .flatMap(summary ->
                        summary.name().filter(name -> !name.isBlank()).or(summary::canonicalAlias))
                .orElseGet(
                        () -> messages.stream().map(Message::sender).distinct().collect(Collectors.joining(", ")));
    }

    private Message message(UserId reader, StoredEvent stored) {
        var event = stored.event();
        var sender = contexts.of(event.roomId(), event.sender())
                .flatMap(PushContext::displayName)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> event.sender().toString());
        return new Message(sender, Instant.ofEpochMilli(event.originServerTs()), said(event, reader));
    }

    private static Said said(Event event, UserId reader) {
        if (event.isType(EventType.ENCRYPTED)) {
            return new Said.Encrypted();
        }
        if (UnreadMessages.invites(event, reader)) {
            return new Said.Invitation();
        }
        return Optional.of(event)
                .filter(message -> message.isType(EventType.MESSAGE))
                .flatMap(message -> message.content().string("body"))
                .<Said>map(text -> new Said.Text(shortened(text)))
                .orElseGet(Said.Something::new);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS)) + "…";
    }
}
