package org.hirundo.remote.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;

/** A mail with an id that is given, where one is; otherwise it gets another than all that were. */
final class IdentifiedMessage extends MimeMessage {

    private final Optional<String> id;

    IdentifiedMessage(Session session, Optional<String> id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        if (id.isPresent()) {
            setHeader("Message-ID", id.get());
        } else {
            super.updateMessageID();
        }
    }
}
