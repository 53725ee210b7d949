package org.hirundo.remote.mail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.UnreadRoom;
import org.hirundo.application.port.mail.UnreadRoom.Message;
import org.hirundo.application.port.mail.UnreadRoom.Said;
import org.hirundo.domain.id.ServerName;

/** How it is said what was not read. */
final class UnreadWording {

    /** Where the reader is, nobody knows. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private UnreadWording() {}

    static Wording of(Letter.Unread letter, ServerName server) {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Paragraph("There is something on " + server + " that you have not read."));
        for (var room : letter.rooms()) {
            parts.add(new Part.Heading(line(room.name())));
            earlier(room).ifPresent(parts::add);
            room.messages().forEach(message -> parts.add(quote(message)));
        }
        parts.add(new Part.Paragraph("You get this mail because an application of yours asked for it."));
        parts.add(new Part.Button("No more mails about what I have not read", letter.unsubscribe()));
        return new Wording(subject(letter.rooms(), server), parts, headers(letter));
    }

    /** What programs for mails need for a button of their own (RFC 2369 and RFC 8058). */
    private static Map<String, String> headers(Letter.Unread letter) {
        return Map.of(
                "List-Unsubscribe",
                "<" + letter.unsubscribe() + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
    }

    private static String subject(List<UnreadRoom> rooms, ServerName server) {
        int unread = rooms.stream().mapToInt(UnreadRoom::unread).sum();
        var messages = unread == 1 ? "1 unread message" : unread + " unread messages";
        return messages + (rooms.size() == 1 ? " in " + line(rooms.getFirst().name()) : "") + " on " + server;
    }

    private static Optional<Part> earlier(UnreadRoom room) {
        int more = room.unread() - room.messages().size();
        return more <= 0
                ? Optional.empty()
                : Optional.of(new Part.Paragraph(
                        more == 1 ? "1 earlier message, and then:" : more + " earlier messages, and then:"));
    }

    private static Part quote(Message message) {
        var words =
                switch (message.said()) {
                    case Said.Text(var text) -> text;
                    case Said.Encrypted() -> "(a new encrypted message)";
                    case Said.Invitation() -> "(an invitation to this room)";
                    case Said.Something() -> "(something that is no text)";
                };
        return new Part.Quote(line(message.sender()) + ", " + TIME.format(message.at()), words);
    }

    /** Names that users chose as one line, so that they make up neither headers nor what others said. */
    private static String line(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
