package org.hirundo.application.port.mail;

import java.net.URI;
import java.util.List;

/** What there is to tell by mail. How it is said is decided where it is sent. */
public sealed interface Letter {

    /** Follow the link to register. */
    record ConfirmRegistration(URI link) implements Letter {}

    /** Follow the link to add the address to your account. */
    record ConfirmAddition(URI link) implements Letter {}

    /** Follow the link to set another password. */
    record ConfirmPasswordReset(URI link) implements Letter {}

    /** Somebody wants to use your address for another account. */
    record AddressInUse() implements Letter {}

    /** Somebody wants to reset the password of an account of yours, but there is none. */
    record NoAccount() implements Letter {}

    /**
     * There is something that you have not read.
     *
     * @param id what a mail is known by that is sent twice, since nobody can tell whether the first arrived
     * @param rooms where, one at least
     * @param unsubscribe the page where no more such letters can be asked for
     */
    record Unread(String id, List<UnreadRoom> rooms, URI unsubscribe) implements Letter {

        /** Copies the rooms. */
        public Unread {
            rooms = List.copyOf(rooms);
        }
    }
}
