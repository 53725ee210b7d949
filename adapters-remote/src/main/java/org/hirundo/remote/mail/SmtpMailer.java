package org.hirundo.remote.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.MailFailure;
import org.hirundo.application.port.mail.Mailer;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.ServerName;

/** Hands mails to a mail server, as text and as HTML, each over a connection of its own. */
public final class SmtpMailer implements Mailer {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration WAITING = Duration.ofSeconds(30);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SmtpConfig config;
    private final InternetAddress from;
    private final ServerName server;
    private final InstantSource clock;

    /**
     * Through this mail server.
     *
     * @param server who writes
     * @throws IllegalArgumentException when mails cannot come from the configured address
     */
    public SmtpMailer(SmtpConfig config, ServerName server, InstantSource clock) {
        this.config = config;
        this.from = sender(config.from());
        this.server = server;
        this.clock = clock;
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Mails cannot come from " + from, e);
        }
    }

    @Override
    public void send(EmailAddress recipient, Letter letter) throws MailFailure {
        try {
            var message = message(recipient, Wording.of(letter, server), id(letter));
            if (config.user().isPresent()) {
                Transport.send(message, config.user().get(), config.password().orElse(""));
            } else {
                Transport.send(message);
            }
        } catch (MessagingException failure) {
            throw new MailFailure(
                    "The mail server " + config.host() + " has not taken it: " + failure.getMessage(), failure);
        }
    }

    /** The id of a mail that is the same when it is sent twice. */
    private Optional<String> id(Letter letter) {
        return letter instanceof Letter.Unread unread
                ? Optional.of("<" + unread.id()
                        + from.getAddress().substring(from.getAddress().lastIndexOf('@')) + ">")
                : Optional.empty();
    }

    private MimeMessage message(EmailAddress recipient, Wording wording, Optional<String> id)
            throws MessagingException {
        var message = new IdentifiedMessage(Session.getInstance(properties()), id);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient.toString(), true));
        message.setSubject(wording.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // So that nobody's absence is told to a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : wording.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        var text = new MimeBodyPart();
        text.setText(wording.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(wording.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    private Properties properties() {
        var properties = new Properties();
        // What ids of messages are made of, instead of the name of this machine.
        properties.setProperty("mail.from", from.getAddress());
        properties.setProperty("mail.smtp.host", config.host());
        properties.setProperty("mail.smtp.port", String.valueOf(config.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(config.user().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECTING.toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(WAITING.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", String.valueOf(WAITING.toMillis()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.allowutf8", "true");
        switch (config.security()) {
            case NONE -> {
                // Nothing is to be set.
            }
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }
}
