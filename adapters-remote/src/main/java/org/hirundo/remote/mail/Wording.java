package org.hirundo.remote.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.domain.id.ServerName;

/**
 * How a letter is said.
 *
 * @param parts what it says, in their order
 * @param headers more of the mail's headers
 */
record Wording(String subject, List<Part> parts, Map<String, String> headers) {

    static Wording of(Letter letter, ServerName server) {
        return switch (letter) {
            case Letter.ConfirmRegistration(var link) ->
                confirmation(
                        "Confirm your mail address",
                        "Somebody, hopefully you, registers an account on " + server + " with this mail address.",
                        "If it was not you, do nothing, and there will be no account with your address.",
                        new Part.Button("Confirm the address", link));
            case Letter.ConfirmAddition(var link) ->
                confirmation(
                        "Confirm your mail address",
                        "Somebody, hopefully you, adds this mail address to an account on " + server + ".",
                        "If it was not you, do nothing, and your address will not be added.",
                        new Part.Button("Confirm the address", link));
            case Letter.ConfirmPasswordReset(var link) ->
                confirmation(
                        "Set another password",
                        "Somebody, hopefully you, wants to set another password for your account on " + server + ".",
                        "If it was not you, do nothing, and your password stays what it is. Never follow the link because"
                                + " somebody else asks you to.",
                        new Part.Button("Yes, set another password", link));
            case Letter.AddressInUse() ->
                notice(
                        "Your mail address is in use already",
                        "Somebody, hopefully you, wants to use this mail address for an account on " + server
                                + ", but there is an account with it already.",
                        "If it was you, log in to that account. If you forgot the password, your application can set"
                                + " another with the help of this address.",
                        "If it was not you, there is nothing to do.");
            case Letter.NoAccount() ->
                notice(
                        "No account has your mail address",
                        "Somebody, hopefully you, wants to set another password for an account on " + server
                                + " with this mail address, but there is none.",
                        "If it was you, you have an account with another address or with none.",
                        "If it was not you, there is nothing to do.");
            case Letter.Unread unread -> UnreadWording.of(unread, server);
        };
    }

    private static Wording confirmation(String subject, String what, String otherwise, Part.Button button) {
        return new Wording(subject, List.of(new Part.Paragraph(what), button, new Part.Paragraph(otherwise)), Map.of());
    }

    private static Wording notice(String subject, String... paragraphs) {
        return new Wording(
                subject, Stream.of(paragraphs).<Part>map(Part.Paragraph::new).toList(), Map.of());
    }

    String text() {
        return parts.stream().map(part -> part.text() + "\n").collect(Collectors.joining("\n"));
    }

    String html() {
        return parts.stream()
                .map(part -> part.html() + "\n")
                .collect(Collectors.joining("", "<!DOCTYPE html>\n<html lang=\"en\"><body>\n", "</body></html>\n"));
    }
}
