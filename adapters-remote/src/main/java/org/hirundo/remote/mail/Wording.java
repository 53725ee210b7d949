package org.hirundo.remote.mail;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.domain.id.ServerName;

/**
 * How a letter is said.
 *
 * @param paragraphs what it says, in their order
 * @param button a link and what stands on it, after the first paragraph
 * @param headers more of the mail's headers
 */
record Wording(String subject, List<String> paragraphs, Optional<Button> button, Map<String, String> headers) {

    /** A link to follow. */
    record Button(String label, URI link) {}

    static Wording of(Letter letter, ServerName server) {
        return switch (letter) {
            case Letter.ConfirmRegistration(var link) ->
                confirmation(
                        "Confirm your mail address",
                        "Somebody, hopefully you, registers an account on " + server + " with this mail address.",
                        "If it was not you, do nothing, and there will be no account with your address.",
                        new Button("Confirm the address", link));
            case Letter.ConfirmAddition(var link) ->
                confirmation(
                        "Confirm your mail address",
                        "Somebody, hopefully you, adds this mail address to an account on " + server + ".",
                        "If it was not you, do nothing, and your address will not be added.",
                        new Button("Confirm the address", link));
            case Letter.ConfirmPasswordReset(var link) ->
                confirmation(
                        "Set another password",
                        "Somebody, hopefully you, wants to set another password for your account on " + server + ".",
                        "If it was not you, do nothing, and your password stays what it is. Never follow the link because"
                                + " somebody else asks you to.",
                        new Button("Yes, set another password", link));
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
        };
    }

    private static Wording confirmation(String subject, String what, String otherwise, Button button) {
        return new Wording(subject, List.of(what, otherwise), Optional.of(button), Map.of());
    }

    private static Wording notice(String subject, String... paragraphs) {
        return new Wording(subject, List.of(paragraphs), Optional.empty(), Map.of());
    }

    String text() {
        var link = button.map(there -> there.label() + ":\n" + there.link() + "\n\n")
                .orElse("");
        return paragraphs.getFirst() + "\n\n" + link
                + paragraphs.stream().skip(1).map(text -> text + "\n").collect(Collectors.joining("\n"));
    }

    String html() {
        var link = button.map(there -> "<p><a href=\"%s\">%s</a></p>\n"
                        .formatted(escaped(there.link().toString()), escaped(there.label())))
                .orElse("");
        return "<!DOCTYPE html>\n<html lang=\"en\"><body>\n" + paragraph(paragraphs.getFirst()) + link
                + paragraphs.stream().skip(1).map(Wording::paragraph).collect(Collectors.joining())
                + "</body></html>\n";
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
