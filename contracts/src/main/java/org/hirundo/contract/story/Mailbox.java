package org.hirundo.contract.story;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.MailFailure;
import org.hirundo.application.port.mail.Mailer;
import org.hirundo.domain.id.EmailAddress;

/** A mail server that keeps what it is given. */
final class Mailbox implements Mailer {

    /** A mail that was sent. */
    record Mail(EmailAddress recipient, Letter letter) {}

    private final List<Mail> mails = new ArrayList<>();
    private boolean broken;

    @Override
    public synchronized void send(EmailAddress recipient, Letter letter) throws MailFailure {
        if (broken) {
            throw new MailFailure("A story wants it so", new IllegalStateException());
        }
        mails.add(new Mail(recipient, letter));
    }

    /** From now on it fails, or not any more. */
    synchronized void isBroken(boolean fails) {
        broken = fails;
    }

    /** What was sent, oldest first. */
    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** The last letter. */
    synchronized Letter last() {
        return mails.getLast().letter();
    }
}
