package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.UnreadRoom;
import org.hirundo.application.port.mail.UnreadRoom.Said;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.push.ListPushers;
import org.hirundo.application.push.PushFollower;
import org.hirundo.application.push.SetPusher;
import org.hirundo.application.push.Unsubscribe;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Following;
import org.hirundo.application.threepid.DeleteThreepid;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users are told by mail of what they do not read. */
public abstract class MailPusherStory extends SyncStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DELAY = PushConfig.Mails.DEFAULT.delay();
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final EmailAddress BOBS = EmailAddress.parse("bob@example.org");
    private static final MailConfig MAIL = new MailConfig(Optional.of(new MailConfig.Mail(
            URI.create("https://matrix.example.org/"),
            Duration.ofHours(1),
            MailConfig.AtRegistration.OPTIONAL,
            false,
            Set.of())));

    @BeforeEach
    final void bobHasAnAddress() {
        server().with(MailConfig.class, MAIL);
        has(BOB, BOBS);
    }

    private void has(Requester user, EmailAddress address) {
        var now = server().clock().instant();
        assertThat(storage().threepids().add(user.user(), new Threepid(address, now, now)))
                .isTrue();
    }

    private void startsAgain() {
        restart();
        server().with(MailConfig.class, MAIL);
        the(PushFollower.class);
    }

    private static JsonObject pusher(String address) {
        return JsonObject.of("kind", "email")
                .with("app_id", "m.email")
                .with("pushkey", address)
                .with("app_display_name", "Email Notifications")
                .with("device_display_name", address)
                .with("lang", "en")
                .with("data", JsonObject.of("brand", "Swallow"));
    }

    private void sets(Requester user, JsonObject pusher) {
        the(PushFollower.class);
        the(SetPusher.class).set(user, pusher);
    }

    private List<Pusher> pushers(Requester user) {
        return the(ListPushers.class).list(user);
    }

    private Mailbox mailbox() {
        return the(Mailbox.class);
    }

    /** Time passes once everything that happened waits where it is to be. */
    private void pass(Duration time) {
        assertThat(the(Following.class).caughtUp(the(PushFollower.class), PATIENCE))
                .isTrue();
        server().clock().pass(time);
    }

    private static Letter.Unread unread(Mailbox.Mail mail) {
        return (Letter.Unread) mail.letter();
    }

    private Letter.Unread lastLetter() {
        return unread(mailbox().mails().getLast());
    }

    private static List<Said> said(UnreadRoom room) {
        return room.messages().stream().map(UnreadRoom.Message::said).toList();
    }

    @Test
    void what_stays_unread_for_a_while_is_told_in_one_mail() {
        var attic = aRoomWithBob();
        sets(ALICE, attic, EventType.NAME, JsonObject.of("name", "Attic"));
        var barn = aRoomWithBob();
        sets(BOB, pusher("Bob@Example.org"));
        says(ALICE, attic, "one");
        says(ALICE, barn, "two");
        sends(ALICE, attic, EventType.ENCRYPTED, JsonObject.of("ciphertext", "three"));
        pass(DELAY.minusMillis(1));
        assertThat(mailbox().mails()).isEmpty();
        pass(Duration.ofMillis(1));

        assertThat(mailbox().mails()).hasSize(1);
        assertThat(mailbox().mails().getFirst().recipient()).isEqualTo(BOBS);
        var rooms = lastLetter().rooms();
        assertThat(rooms).extracting(UnreadRoom::name).containsExactly("Attic", "@alice:hirundo.example");
        assertThat(rooms).extracting(UnreadRoom::unread).containsExactly(2, 1);
        assertThat(said(rooms.getFirst())).containsExactly(new Said.Text("one"), new Said.Encrypted());
        assertThat(said(rooms.getLast())).containsExactly(new Said.Text("two"));
        pass(A_DAY);
        assertThat(mailbox().mails()).hasSize(1);
    }

    @Test
    void what_is_read_in_time_or_redacted_or_behind_the_user_is_told_in_no_mail() {
        var room = aRoomWithBob();
        var other = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        reads(BOB, room, says(ALICE, room, "read"));
        redacts(ALICE, room, says(ALICE, room, "oops"));
        says(ALICE, other, "left");
        leaves(BOB, other);
        pass(A_DAY);
        assertThat(mailbox().mails()).isEmpty();
        says(ALICE, room, "unread");
        pass(DELAY);

        assertThat(lastLetter().rooms()).hasSize(1);
        assertThat(said(lastLetter().rooms().getFirst())).containsExactly(new Said.Text("unread"));
    }

    @Test
    void an_invitation_is_told_until_it_is_answered() {
        sets(BOB, pusher("bob@example.org"));
        var declined = created(aRoomOf(ALICE));
        invites(ALICE, declined, BOB);
        leaves(BOB, declined);
        pass(DELAY);
        assertThat(mailbox().mails()).isEmpty();
        invites(ALICE, created(aRoomOf(ALICE)), BOB);
        pass(DELAY);

        assertThat(said(lastLetter().rooms().getFirst())).containsExactly(new Said.Invitation());
    }

    @Test
    void a_room_where_nothing_is_read_is_told_of_later_and_later_until_something_is() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        says(ALICE, room, "one");
        pass(DELAY);
        assertThat(mailbox().mails()).hasSize(1);
        says(ALICE, room, "two");
        pass(Duration.ofMinutes(10));
        assertThat(mailbox().mails()).hasSize(2);
        says(ALICE, room, "three");
        pass(Duration.ofMinutes(39));
        assertThat(mailbox().mails()).hasSize(2);
        pass(Duration.ofMinutes(1));
        assertThat(mailbox().mails()).hasSize(3);
        assertThat(lastLetter().rooms().getFirst().unread()).isEqualTo(3);
        assertThat(said(lastLetter().rooms().getFirst())).containsExactly(new Said.Text("three"));

        reads(BOB, room, says(ALICE, room, "four"));
        says(ALICE, room, "five");
        pass(DELAY);
        assertThat(mailbox().mails()).hasSize(4);
        assertThat(said(lastLetter().rooms().getFirst())).containsExactly(new Said.Text("five"));
    }

    @Test
    void a_room_that_is_told_of_later_keeps_no_other_waiting() {
        var noisy = aRoomWithBob();
        var quiet = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        for (int mail = 1; mail <= 3; mail++) {
            says(ALICE, noisy, "noise");
            pass(PushConfig.Mails.DEFAULT.pauseAfter(mail));
        }
        assertThat(mailbox().mails()).hasSize(3);
        says(ALICE, noisy, "noise");
        says(ALICE, quiet, "psst");
        pass(DELAY);

        assertThat(mailbox().mails()).hasSize(4);
        assertThat(lastLetter().rooms()).hasSize(2);
    }

    @Test
    void pauses_have_an_end() {
        var config = new PushConfig.Mails(DELAY, Duration.ofMinutes(1), Duration.ofMinutes(20));

        assertThat(List.of(1, 2, 3, 4, 1_000))
                .extracting(config::pauseAfter)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(16),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(20));
    }

    @Test
    void a_flood_is_told_by_its_last_messages_and_how_many_there_are() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        for (int message = 1; message <= 120; message++) {
            says(ALICE, room, "drop " + message, "drop" + message);
            pass(Duration.ofSeconds(5));
        }

        assertThat(mailbox().mails()).hasSize(1);
        var told = lastLetter().rooms().getFirst();
        assertThat(told.unread()).isEqualTo(120);
        assertThat(told.messages()).hasSize(10);
    }

    @Test
    void a_mail_that_is_not_taken_is_sent_later_and_nothing_is_lost_when_the_server_stops() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        mailbox().isBroken(true);
        says(ALICE, room, "one");
        pass(DELAY.plusMinutes(30));
        mailbox().isBroken(false);
        pass(A_DAY);
        assertThat(mailbox().mails()).hasSize(1);

        reads(BOB, room, says(ALICE, room, "two"));
        says(ALICE, room, "three");
        pass(Duration.ofMinutes(1));
        startsAgain();
        pass(DELAY);
        assertThat(mailbox().mails()).hasSize(1);
        assertThat(said(lastLetter().rooms().getFirst())).containsExactly(new Said.Text("three"));
        startsAgain();
        says(ALICE, room, "four", "after the restart");
        pass(DELAY);
        startsAgain();
        pass(A_DAY);
        assertThat(mailbox().mails()).isEmpty();
    }

    @Test
    void what_waits_is_kept_while_the_server_sends_no_mails() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        says(ALICE, room, "one");
        pass(Duration.ofMinutes(1));
        restart();
        the(PushFollower.class);
        pass(A_DAY);
        assertThat(mailbox().mails()).isEmpty();
        startsAgain();
        pass(DELAY);

        assertThat(said(lastLetter().rooms().getFirst())).containsExactly(new Said.Text("one"));
    }

    @Test
    void a_mail_that_is_sent_again_has_the_id_of_the_first_and_others_have_not() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        says(ALICE, room, "one");
        pass(DELAY);
        says(ALICE, room, "two");
        pass(A_DAY);

        assertThat(mailbox().mails())
                .extracting(mail -> unread(mail).id())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_pusher_tells_what_it_was_given_and_is_switched_off_and_on() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        assertThat(pushers(BOB)).singleElement().satisfies(pusher -> {
            assertThat(pusher.data()).isEqualTo(JsonObject.of("brand", "Swallow"));
            assertThat(pusher.key().pushkey()).isEqualTo("bob@example.org");
        });
        says(ALICE, room, "one");
        sets(BOB, pusher("bob@example.org").with(Pusher.ENABLED, JsonBoolean.FALSE));
        pass(A_DAY);
        sets(BOB, pusher("bob@example.org"));
        pass(A_DAY);
        assertThat(mailbox().mails()).isEmpty();
    }

    @Test
    void mails_go_to_addresses_of_the_account_alone() {
        has(ALICE, EmailAddress.parse("alice@example.org"));
        for (var address : List.of("alice@example.org", "nobody@example.org")) {
            assertThatThrownBy(() -> sets(BOB, pusher(address))).as(address).isInstanceOf(ThreepidNotFound.class);
        }
        assertThatThrownBy(() -> sets(BOB, pusher("no address"))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(BOB, pusher("bob@example.org").with("app_id", "org.example.app")))
                .isInstanceOf(InvalidParam.class);
        var web = JsonObject.of("url", "https://push.example.org/_matrix/push/v1/notify");
        assertThatThrownBy(() ->
                        sets(BOB, pusher("bob@example.org").with("kind", "http").with("data", web)))
                .isInstanceOf(InvalidParam.class);
        restart();
        assertThatThrownBy(() -> sets(BOB, pusher("bob@example.org"))).isInstanceOf(InvalidParam.class);
        assertThat(pushers(BOB)).isEmpty();
    }

    @Test
    void a_pusher_goes_with_its_address() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        says(ALICE, room, "one");
        the(DeleteThreepid.class).delete(BOB, JsonObject.of("medium", "email").with("address", "BOB@example.org"));
        pass(A_DAY);

        assertThat(pushers(BOB)).isEmpty();
        assertThat(mailbox().mails()).isEmpty();
    }

    @Test
    void a_pusher_that_outlives_its_address_sends_nothing_and_goes() {
        var room = aRoomWithBob();
        sets(BOB, pusher("bob@example.org"));
        storage().threepids().remove(BOB.user(), BOBS);
        has(ALICE, BOBS);
        says(ALICE, room, "one");
        pass(DELAY);

        assertThat(pushers(BOB)).isEmpty();
        assertThat(mailbox().mails()).isEmpty();
    }

    @Test
    void a_pusher_goes_with_its_account() {
        var dave = registers("dave");
        has(dave, EmailAddress.parse("dave@example.org"));
        sets(dave, pusher("dave@example.org"));
        the(DeactivateAccount.class).deactivate(dave, authenticated(dave, JsonObject.EMPTY));

        assertThat(storage().push().of(Set.of(dave.user()))).isEmpty();
    }

    private static Map<String, String> query(URI link) {
        return Arrays.stream(link.getRawQuery().split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private boolean unsubscribes(Requester user, String token) {
        return the(Unsubscribe.class)
                .unsubscribe(new Unsubscribe.Wish(user.user().toString(), token, ADDRESS));
    }

    @Test
    void the_link_in_a_mail_ends_that_pusher_and_no_other() {
        var room = aRoomWithBob();
        has(BOB, EmailAddress.parse("bob@example.com"));
        sets(BOB, pusher("bob@example.org"));
        says(ALICE, room, "one");
        pass(DELAY);
        sets(BOB, pusher("bob@example.com"));
        var link = lastLetter().unsubscribe();
        assertThat(link.toString())
                .startsWith("https://matrix.example.org" + Unsubscribe.PATH + "?")
                .doesNotContain("%40example.org", "bob@example");
        var token = query(link).getOrDefault("token", "");

        assertThat(query(link)).containsEntry("user", BOB.user().toString());
        assertThat(unsubscribes(ALICE, token)).isFalse();
        assertThat(unsubscribes(BOB, token.substring(1))).isFalse();
        assertThat(unsubscribes(BOB, "")).isFalse();
        assertThat(the(Unsubscribe.class).unsubscribe(new Unsubscribe.Wish("nobody", token, ADDRESS)))
                .isFalse();
        assertThat(pushers(BOB)).hasSize(2);
        assertThat(unsubscribes(BOB, token)).isTrue();
        assertThat(unsubscribes(BOB, token)).isFalse();
        assertThat(pushers(BOB)).extracting(pusher -> pusher.key().pushkey()).containsExactly("bob@example.com");
    }

    @Test
    void a_pusher_is_removed_however_its_address_is_written() {
        sets(BOB, pusher("bob@example.org"));
        sets(BOB, JsonObject.of("kind", JsonNull.NULL).with("app_id", "m.email").with("pushkey", "BOB@example.org"));

        assertThat(pushers(BOB)).isEmpty();
    }
}
