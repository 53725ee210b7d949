package org.hirundo.remote.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.MailFailure;
import org.hirundo.application.port.mail.UnreadRoom;
import org.hirundo.application.port.mail.UnreadRoom.Message;
import org.hirundo.application.port.mail.UnreadRoom.Said;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.ServerName;
import org.hirundo.remote.mail.SmtpConfig.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final ServerName SERVER = ServerName.parse("hirundo.example");
    private static final EmailAddress BOB = EmailAddress.parse("bob@example.org");
    private static final URI LINK = URI.create("https://hirundo.example/page?a=1&b=2");

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mails.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    private SmtpMailer mailer(Security security, Optional<String> user, String password) {
        var config = new SmtpConfig(
                "127.0.0.1",
                mails.getSmtp().getPort(),
                security,
                user,
                Optional.of(password),
                "J\u00fcrgen's server <noreply@hirundo.example>");
        return new SmtpMailer(config, SERVER, InstantSource.fixed(NOW));
    }

    private MimeMessage sent(Letter letter) throws MailFailure {
        mailer(Security.NONE, Optional.empty(), "").send(BOB, letter);
        var received = mails.getReceivedMessages();
        return received[received.length - 1];
    }

    @Test
    void a_mail_is_text_and_html() throws Exception {
        var mail = sent(new Letter.ConfirmPasswordReset(LINK));

        assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
        assertThat(mail.getRecipients(RecipientType.TO)[0]).hasToString("bob@example.org");
        assertThat(mail.getFrom()[0].toString()).contains("<noreply@hirundo.example>");
        assertThat(mail.getSubject()).isEqualTo("Set another password");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isNotBlank();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("hirundo.example", LINK.toString());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("<a href=\"https://hirundo.example/page?a=1&amp;b=2\">");
    }

    private static Letter.Unread unread(UnreadRoom... rooms) {
        return new Letter.Unread("id-1", List.of(rooms), LINK);
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent()).replace("\r\n", "\n");
    }

    @Test
    void what_was_not_read_is_told_by_room_with_who_and_when() throws Exception {
        var attic = new UnreadRoom(
                "Attic",
                12,
                List.of(
                        new Message("Alice", NOW, new Said.Text("first line\nsecond line")),
                        new Message("Carol", NOW.plusSeconds(60), new Said.Encrypted())));
        var barn = new UnreadRoom("Barn", 1, List.of(new Message("Alice", NOW, new Said.Invitation())));
        var mail = sent(unread(attic, barn));

        assertThat(mail.getSubject()).isEqualTo("13 unread messages on hirundo.example");
        assertThat(part(mail, 0))
                .contains(
                        "Attic\n",
                        "10 earlier messages",
                        "Alice, 3 February 2026, 04:05 UTC\n    first line\n    second line\n",
                        "Carol, 3 February 2026, 04:06 UTC\n    (a new encrypted message)\n",
                        "Barn\n",
                        "    (an invitation to this room)\n",
                        LINK.toString());
        assertThat(part(mail, 1))
                .contains(
                        "<h3>Attic</h3>",
                        "<p><small>Alice, 3 February 2026, 04:05 UTC</small><br>\nfirst line<br>\nsecond line</p>",
                        "<a href=\"https://hirundo.example/page?a=1&amp;b=2\">");
    }

    @Test
    void a_mail_program_can_unsubscribe() throws Exception {
        var room = new UnreadRoom("Attic", 1, List.of(new Message("Alice", NOW, new Said.Something())));
        var mail = sent(unread(room));

        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + LINK + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getMessageID()).isEqualTo("<id-1@hirundo.example>");
        assertThat(sent(unread(room)).getMessageID()).isEqualTo(mail.getMessageID());
    }

    @Test
    void what_users_write_makes_up_neither_headers_nor_html() throws Exception {
        var message = new Message("<b>Mallory</b>\nAlice, now", NOW, new Said.Text("<script>\n\"&amp;"));
        var mail = sent(unread(new UnreadRoom("Attic\r\nBcc: eve@example.org\u2028<i>", 1, List.of(message))));

        assertThat(mail.getSubject())
                .isEqualTo("1 unread message in Attic Bcc: eve@example.org <i> on hirundo.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(part(mail, 0)).contains("<b>Mallory</b> Alice, now, 3 February");
        assertThat(part(mail, 1))
                .contains("&lt;b&gt;Mallory&lt;/b&gt;", "&lt;script&gt;<br>\n&quot;&amp;amp;", "&lt;i&gt;</h3>")
                .doesNotContain("<b>", "<script>", "<i>");
    }

    @Test
    void every_letter_says_which_server_writes() throws Exception {
        for (var letter : new Letter[] {
            new Letter.ConfirmRegistration(LINK),
            new Letter.ConfirmAddition(LINK),
            new Letter.AddressInUse(),
            new Letter.NoAccount()
        }) {
            var parts = (MimeMultipart) sent(letter).getContent();
            assertThat((String) parts.getBodyPart(0).getContent()).contains("hirundo.example");
        }
        assertThat(mails.getReceivedMessages()).hasSize(4);
    }

    @Test
    void a_user_logs_in_with_the_password() throws Exception {
        mails.setUser("hirundo", "secret");

        mailer(Security.NONE, Optional.of("hirundo"), "secret").send(BOB, new Letter.NoAccount());
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() ->
                        mailer(Security.NONE, Optional.of("hirundo"), "wrong").send(BOB, new Letter.NoAccount()))
                .isInstanceOf(MailFailure.class);
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothing_is_said_in_the_open_when_it_is_to_be_encrypted() {
        for (var security : new Security[] {Security.STARTTLS, Security.TLS}) {
            assertThatThrownBy(() -> mailer(security, Optional.empty(), "").send(BOB, new Letter.NoAccount()))
                    .isInstanceOf(MailFailure.class);
        }
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mail_server_that_is_away_is_a_failure() {
        var mailer = mailer(Security.NONE, Optional.empty(), "");
        mails.stop();

        assertThatThrownBy(() -> mailer.send(BOB, new Letter.NoAccount()))
                .isInstanceOf(MailFailure.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void mails_come_from_an_address() {
        assertThatThrownBy(() -> new SmtpMailer(
                        new SmtpConfig(
                                "localhost", 25, Security.NONE, Optional.empty(), Optional.empty(), "no address"),
                        SERVER,
                        InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
