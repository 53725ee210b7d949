package org.hirundo.application.port.mail;

import org.hirundo.domain.id.EmailAddress;

/** Sends mails. */
public interface Mailer {

    /**
     * Hands a letter to the mail server.
     *
     * @throws MailFailure when the mail server has not taken it
     */
    void send(EmailAddress recipient, Letter letter) throws MailFailure;
}
