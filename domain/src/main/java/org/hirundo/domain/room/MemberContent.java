package org.hirundo.domain.room;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** The content of an {@code m.room.member}. What has the wrong type counts as absent. */
public record MemberContent(JsonObject json) {

    /** The name of {@link #joinAuthorisedViaUsersServer}. */
    public static final String JOIN_AUTHORISED_VIA_USERS_SERVER = "join_authorised_via_users_server";

    /** The content of the event. */
    public static MemberContent of(Event member) {
        return new MemberContent(member.content());
    }

    /** A content that says nothing but the membership. */
    public static MemberContent of(Membership membership) {
        return new MemberContent(JsonObject.of("membership", membership.wireName()));
    }

    /** What the user becomes; empty when it is nothing known. */
    public Optional<Membership> membership() {
        return json.string("membership").flatMap(Membership::of);
    }

    /** The name that the user has in the room. */
    public Optional<String> displayName() {
        return json.string("displayname");
    }

    /** The URI of the picture that the user has in the room; it may be anything. */
    public Optional<String> avatarUrl() {
        return json.string("avatar_url");
    }

    /** Why the membership changed, in the words of who changed it. */
    public Optional<String> reason() {
        return json.string("reason");
    }

    /** Whether an invite is to a direct chat. */
    public boolean isDirect() {
        return json.bool("is_direct").orElse(false);
    }

    /** The user whose server let the user into a restricted room; that server must have signed the event. */
    public Optional<UserId> joinAuthorisedViaUsersServer() {
        return json.string(JOIN_AUTHORISED_VIA_USERS_SERVER).flatMap(UserId::find);
    }

    /** What an invite redeems that was sent to a third-party identifier. */
    public Optional<JsonObject> thirdPartyInvite() {
        return json.object("third_party_invite");
    }
}
