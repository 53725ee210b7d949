package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail goes out, its link leads to a page of the server, and the button on it lets the client go on. */
class MailTest {

    private static final Pattern LINK = Pattern.compile("https://matrix\\.example\\.org(/\\S+)");

    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([\\w-]+)\"");

    private static final GreenMail MAILS = started();

    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of(
            "limits.enabled",
            "no",
            "server.public-url",
            "https://matrix.example.org",
            "mail.host",
            "127.0.0.1",
            "mail.port",
            String.valueOf(MAILS.getSmtp().getPort()),
            "mail.security",
            "none",
            "mail.from",
            "Our server <noreply@example.org>",
            "push.mail-delay",
            "0s",
            "mail.next-link-hosts",
            "App.example.org"));

    private static GreenMail started() {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        return mails;
    }

    @AfterAll
    static void stop() {
        MAILS.stop();
    }

    private static String wish(String address, String nextLink) {
        return JsonObject.of("email", address)
                .with("client_secret", "s3cret")
                .with("send_attempt", 1)
                .with("next_link", nextLink)
                .toString();
    }

    /** The last mail to the address. */
    private static MimeMessage mail(String address) {
        return Arrays.stream(MAILS.getReceivedMessagesForDomain(address))
                .toList()
                .getLast();
    }

    /** The page that the last mail to the address leads to. */
    private static String link(String address) throws Exception {
        var parts = (MimeMultipart) mail(address).getContent();
        var link = LINK.matcher((String) parts.getBodyPart(0).getContent());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void an_account_is_registered_with_an_address_and_its_forgotten_password_set_anew() throws Exception {
        var nobody = server.client();
        nobody.post("/_matrix/client/v3/register/email/requestToken", wish("dora@example.org", "https://a b"))
                .is(400, "M_INVALID_PARAM");
        var credentials = JsonObject.of("client_secret", "s3cret")
                .with(
                        "sid",
                        nobody.post(
                                        "/_matrix/client/r0/register/email/requestToken",
                                        wish("dora@example.org", "https://app.example.org/#/a?b=1&c=2"))
                                .is(200)
                                .json()
                                .string("sid")
                                .orElseThrow());
        var auth = JsonObject.of("type", "m.login.email.identity").with("threepid_creds", credentials);
        var registration = JsonObject.of("username", "dora")
                .with("password", "correct horse")
                .with("auth", auth);
        nobody.post("/_matrix/client/v3/register", registration.toString()).is(401);

        assertThat(nobody.get(link("dora@example.org")).html()).contains("<form method=\"post\">");
        nobody.post("/_matrix/client/v3/register", registration.toString()).is(401);
        assertThat(nobody.post(link("dora@example.org"), "").html())
                .contains("href=\"https://app.example.org/#/a?b=1&amp;c=2\"", "window.location.replace");
        var token = nobody.post("/_matrix/client/v3/register", registration.toString())
                .is(200)
                .json()
                .string("access_token")
                .orElseThrow();
        var threepids =
                nobody.as(token).get("/_matrix/client/v3/account/3pid").is(200).json();
        assertThat(threepids.array("threepids").orElseThrow().objectsIn())
                .singleElement()
                .satisfies(threepid -> {
                    assertThat(threepid.string("medium")).contains("email");
                    assertThat(threepid.string("address")).contains("dora@example.org");
                    assertThat(threepid.integer("added_at")).isPresent();
                    assertThat(threepid.integer("validated_at")).isPresent();
                });

        reset();
        nobody.as(token).get("/_matrix/client/v3/account/whoami").is(401, "M_UNKNOWN_TOKEN");
        var login = JsonObject.of("type", "m.login.password")
                .with("password", "battery staple")
                .with(
                        "identifier",
                        JsonObject.of("type", "m.id.thirdparty")
                                .with("medium", "email")
                                .with("address", "dora@example.org"));
        nobody.post("/_matrix/client/v3/login", login.toString()).is(200);
    }

    /** Registers with a mail address. */
    private static Client registered(String name, String address) throws Exception {
        var nobody = server.client();
        var credentials = JsonObject.of("client_secret", "s3cret")
                .with(
                        "sid",
                        nobody.post(
                                        "/_matrix/client/v3/register/email/requestToken",
                                        JsonObject.of("email", address)
                                                .with("client_secret", "s3cret")
                                                .with("send_attempt", 1)
                                                .toString())
                                .is(200)
                                .json()
                                .string("sid")
                                .orElseThrow());
        nobody.post(link(address), "").html();
        var auth = JsonObject.of("type", "m.login.email.identity").with("threepid_creds", credentials);
        var registration = JsonObject.of("username", name)
                .with("password", "correct horse")
                .with("auth", auth);
        return nobody.as(nobody.post("/_matrix/client/v3/register", registration.toString())
                .is(200)
                .json()
                .string("access_token")
                .orElseThrow());
    }

    @Test
    void what_is_not_read_is_told_by_mail_until_that_is_not_wanted_any_more() throws Exception {
        var frida = registered("frida", "frida@example.org");
        var gustav = registered("gustav", "gustav@example.org");
        var pusher = JsonObject.of("kind", "email")
                .with("app_id", "m.email")
                .with("pushkey", "frida@example.org")
                .with("app_display_name", "Email Notifications")
                .with("device_display_name", "frida@example.org")
                .with("lang", "en")
                .with("data", JsonObject.of("brand", "Swallow"));
        gustav.post("/_matrix/client/v3/pushers/set", pusher.toString()).is(400, "M_THREEPID_NOT_FOUND");
        frida.post("/_matrix/client/v3/pushers/set", pusher.toString()).is(200);
        int before = MAILS.getReceivedMessages().length;
        gustav.post("/_matrix/client/v3/createRoom", "{\"invite\":[\"@frida:localhost\"],\"name\":\"Nest\"}")
                .is(200);
        assertThat(MAILS.waitForIncomingEmail(30_000, before + 1)).isTrue();

        var mail = mail("frida@example.org");
        assertThat(mail.getSubject()).contains("Nest");
        var link = link("frida@example.org");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://matrix.example.org" + link + ">");
        assertThat(server.client().get(link).html()).contains("<form method=\"post\">");
        assertThat(pushers(frida)).isEqualTo(1);
        assertThat(server.client().post(link, "List-Unsubscribe=One-Click").html())
                .contains("no more mails");
        assertThat(pushers(frida)).isZero();
        assertThat(server.client().post(link, "").html()).contains("not good any more");
    }

    private static int pushers(Client user) {
        return user.get("/_matrix/client/v3/pushers")
                .is(200)
                .json()
                .array("pushers")
                .orElseThrow()
                .values()
                .size();
    }

    private static void reset() throws Exception {
        var nobody = server.client();
        var sid = nobody.post(
                        "/_matrix/client/v3/account/password/email/requestToken",
                        wish("dora@example.org", "https://evil.example/"))
                .is(200)
                .json()
                .string("sid")
                .orElseThrow();
        assertThat(nobody.post(link("dora@example.org"), "").html())
                .contains("is confirmed")
                .doesNotContain("evil");
        var auth = JsonObject.of("type", "m.login.email.identity")
                .with("threepid_creds", JsonObject.of("sid", sid).with("client_secret", "s3cret"));
        var body = JsonObject.of("new_password", "battery staple").with("auth", auth);
        nobody.post("/_matrix/client/v3/account/password", body.toString()).is(200);
    }

    @Test
    void a_browser_shows_the_address_where_the_client_cannot() throws Exception {
        var nobody = server.client();
        var session = nobody.post("/_matrix/client/v3/register", "{}")
                .json()
                .string("session")
                .orElseThrow();
        var page = "/_matrix/client/v3/auth/m.login.email.identity/fallback/web?session=" + session;
        assertThat(nobody.get(page).html()).contains("name=\"email\"");
        var sent = FIELD.matcher(nobody.post(page, "email=emil%40example.org").html());
        var form = new StringBuilder();
        while (sent.find()) {
            form.append(sent.group(1)).append('=').append(sent.group(2)).append('&');
        }
        assertThat(nobody.post(page, form.toString()).html()).contains("not followed yet", "I have followed the link");

        nobody.post(link("emil@example.org"), "").html();
        assertThat(nobody.post(page, form.toString()).html()).contains("authDone");
        var body = JsonObject.of("username", "emil")
                .with("password", "correct horse")
                .with("auth", JsonObject.of("session", session));
        var token = nobody.post("/_matrix/client/v3/register", body.toString())
                .is(200)
                .json()
                .string("access_token")
                .orElseThrow();
        assertThat(nobody.as(token)
                        .get("/_matrix/client/v3/account/3pid")
                        .json()
                        .toString())
                .contains("emil@example.org");
    }

    @Test
    void a_page_sends_mails_for_sessions_of_ours_only() {
        var page = "/_matrix/client/v3/auth/m.login.email.identity/fallback/web?session=guess";
        server.client().post(page, "email=emil%40example.org").is(404, "M_NOT_FOUND");
    }

    @Test
    void a_link_that_is_none_changes_nothing() {
        var page = "/_matrix/client/unstable/add_threepid/email/submit_token";
        assertThat(server.client().post(page + "?sid=guess&token=guess", "").html())
                .contains("not good any more");
        server.client().get(page).is(400, "M_MISSING_PARAM");
        server.client()
                .get("/_matrix/client/unstable/other/email/submit_token?sid=x&token=y")
                .is(404, "M_UNRECOGNIZED");
    }
}
