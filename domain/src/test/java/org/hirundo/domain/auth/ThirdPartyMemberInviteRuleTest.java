package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.invite;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.MALLORY;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Test;

/** Bob has invited somebody by mail, who turns out to be Zara. */
class ThirdPartyMemberInviteRuleTest {

    private static final String TOKEN = "abc123";

    private static final KeyPair IDENTITY_SERVER = keyPair();

    private static final KeyPair STRANGER = keyPair();

    @InVersions
    void who_is_signed_for_is_invited(RoomVersion version) {
        var room = roomWithInvite(version);

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isAllowed();
    }

    @InVersions
    void the_inviter_need_not_be_in_the_room_any_more(RoomVersion version) {
        // The chapter asks only that the invite is theirs.
        var room = roomWithInvite(version).kicks(BOB);

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isAllowed();
    }

    @InVersions
    void the_banned_are_not_invited(RoomVersion version) {
        var room = roomWithInvite(version).bans(ZARA);

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isDenied().by("banned");
    }

    @InVersions
    void what_is_signed_for_one_user_invites_no_other(RoomVersion version) {
        var room = roomWithInvite(version);

        assertThat(room.attempt(BOB, inviteOf(MALLORY, signed(ZARA))))
                .isDenied()
                .by("another user");
        assertThat(room.attempt(BOB, inviteOf(MALLORY, signed(ZARA).with("mxid", MALLORY.toString()))))
                .isDenied()
                .by("no key");
    }

    @InVersions
    void another_key_does_not_count(RoomVersion version) {
        var room = roomWithInvite(version);

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA, STRANGER))))
                .isDenied()
                .by("no key");
    }

    @InVersions
    void the_token_is_one_of_the_room(RoomVersion version) {
        var room = roomWithInvite(version);
        var other = sign(JsonObject.of("mxid", ZARA.toString()).with("token", "other"), IDENTITY_SERVER);

        assertThat(room.attempt(BOB, inviteOf(ZARA, other))).isDenied().by("no third-party invite");
    }

    @InVersions
    void nobody_uses_the_invite_of_somebody_else(RoomVersion version) {
        var room = roomWithInvite(version);

        assertThat(room.attempt(ALICE, inviteOf(ZARA, signed(ZARA)))).isDenied().by("another user's");
        assertThat(room.attempt(ZARA, inviteOf(ZARA, signed(ZARA)))).isDenied().by("another user's");
    }

    @InVersions
    void what_is_incomplete_is_denied_even_from_who_could_invite_plainly(RoomVersion version) {
        var room = roomWithInvite(version);
        var signed = signed(ZARA);

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed.without("signatures"))))
                .isDenied()
                .by("no key");
        assertThat(room.attempt(BOB, inviteOf(ZARA, signed.without("token"))))
                .isDenied()
                .by("lacks");
        assertThat(room.attempt(BOB, inviteOf(ZARA, signed.without("mxid"))))
                .isDenied()
                .by("lacks");
        assertThat(room.attempt(BOB, withThirdPartyInvite(JsonObject.EMPTY)))
                .isDenied()
                .by("not signed");
        var notAnObject = invite(ZARA).content().with("third_party_invite", JsonNull.NULL);
        assertThat(room.attempt(BOB, invite(ZARA).with(notAnObject))).isDenied().by("not signed");
    }

    @InVersions
    void any_of_the_keys_will_do(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        var keys = JsonArray.of(
                JsonObject.of("public_key", "not a key"),
                JsonObject.of("public_key", base64(STRANGER)),
                JsonObject.of("public_key", base64(IDENTITY_SERVER)));
        room.sends(BOB, thirdPartyInvite(JsonObject.of("public_keys", keys)));

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isAllowed();
        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA, STRANGER)))).isAllowed();
    }

    @InVersions(from = 11)
    void keys_are_written_in_either_alphabet(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        var urlSafe = base64(IDENTITY_SERVER).replace('+', '-').replace('/', '_');
        room.sends(BOB, thirdPartyInvite(JsonObject.of("public_key", urlSafe)));

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isAllowed();
    }

    @Test
    void signatures_that_are_none_are_passed_over() {
        var room = roomWithInvite(RoomVersion.V11);
        var good = signed(ZARA).object("signatures").orElseThrow();
        var others = JsonObject.of("a.example", new JsonString("text"))
                .with("b.example", JsonObject.of("ed25519:0", "!!!").with("ed25519:1", "c2hvcnQ"))
                .with("c.example", JsonObject.of("ed25519:0", JsonNull.NULL));

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA).with("signatures", others))))
                .isDenied()
                .by("no key");
        var together = others.toBuilder().putAll(good).build();
        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA).with("signatures", together))))
                .isAllowed();
    }

    @Test
    void a_signature_by_another_algorithm_does_not_count() {
        var room = roomWithInvite(RoomVersion.V11);
        var signature = signed(ZARA)
                .object("signatures")
                .flatMap(signatures -> signatures.object("id.example"))
                .flatMap(keys -> keys.string("ed25519:0"))
                .orElseThrow();
        var renamed = JsonObject.of("id.example", JsonObject.of("rsa:0", signature));

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA).with("signatures", renamed))))
                .isDenied()
                .by("no key");
    }

    @Test
    void nobody_keeps_a_server_busy_with_keys() {
        var room = aRoom().in(RoomVersion.V11).createdBy(ALICE).joinedBy(BOB);
        var key = JsonObject.of("public_key", base64(STRANGER));
        var keys = new JsonArray(List.copyOf(Collections.nCopies(500, key)));
        room.sends(
                BOB, thirdPartyInvite(JsonObject.of("public_keys", keys).with("public_key", base64(IDENTITY_SERVER))));

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isDenied();
    }

    @InVersions
    void a_token_that_was_taken_back_invites_nobody(RoomVersion version) {
        var room = roomWithInvite(version);
        room.sends(BOB, thirdPartyInvite(JsonObject.EMPTY));

        assertThat(room.attempt(BOB, inviteOf(ZARA, signed(ZARA)))).isDenied().by("no key");
    }

    private static RoomFixture roomWithInvite(RoomVersion version) {
        return aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB, CAROL)
                .sends(BOB, thirdPartyInvite(JsonObject.of("public_key", base64(IDENTITY_SERVER))));
    }

    private static Action thirdPartyInvite(JsonObject content) {
        return Action.state(EventType.THIRD_PARTY_INVITE, TOKEN, content);
    }

    private static Action inviteOf(UserId user, JsonObject signed) {
        return invite(user)
                .with(withThirdPartyInvite(JsonObject.of("signed", signed)).content());
    }

    private static Action withThirdPartyInvite(JsonObject invite) {
        return invite(ZARA).with(invite(ZARA).content().with("third_party_invite", invite));
    }

    private static JsonObject signed(UserId user) {
        return signed(user, IDENTITY_SERVER);
    }

    private static JsonObject signed(UserId user, KeyPair key) {
        return sign(JsonObject.of("mxid", user.toString()).with("token", TOKEN), key);
    }

    private static JsonObject sign(JsonObject object, KeyPair key) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(key.getPrivate());
            signing.update(CanonicalJson.strict().bytes(object));
            var signature = Base64.getEncoder().withoutPadding().encodeToString(signing.sign());
            return object.with("signatures", JsonObject.of("id.example", JsonObject.of("ed25519:0", signature)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String base64(KeyPair key) {
        var x509 = key.getPublic().getEncoded();
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
