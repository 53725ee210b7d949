package org.hirundo.application.port.mail;

import java.net.URI;

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
}
