package org.hirundo.remote.mail;

import java.util.Optional;

/**
 * The mail server that takes this server's mails.
 *
 * @param password of the user, with which this server logs in, if there is a user
 * @param from the address that mails come from, perhaps with a name: {@code Hirundo <noreply@example.org>}
 */
public record SmtpConfig(
        String host, int port, Security security, Optional<String> user, Optional<String> password, String from) {

    /** How what is said to the mail server is kept from others. */
    public enum Security {
        /** It is not; for mail servers on the same machine. */
        NONE,
        /** The connection begins in the open and is encrypted before anything is said. */
        STARTTLS,
        /** The connection is encrypted from the beginning. */
        TLS
    }

    /** Passwords do not belong into logs. */
    @Override
    public String toString() {
        return host + ":" + port + " " + security;
    }
}
