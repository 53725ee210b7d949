package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.application.room.InvitePermission;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/** Membership events that clients send as plain state: they get by this way no more than by the endpoints made for them. */
@Singleton
public final class MemberStates {

    private final Admission admission;
    private final InvitePermission invitePermission;
    private final NoticeInvites noticeInvites;

    @Inject
    public MemberStates(Admission admission, InvitePermission invitePermission, NoticeInvites noticeInvites) {
        this.admission = admission;
        this.invitePermission = invitePermission;
        this.noticeInvites = noticeInvites;
    }

    /**
     * Checks what is outside the room; the answer tells the content of the event, given the room.
     *
     * @throws BadJson when the state key is no user or the content has no membership
     * @throws org.hirundo.domain.error.MatrixException when the requester may not do this
     */
    public Function<RoomView, JsonObject> content(
            Requester requester, RoomId room, String stateKey, JsonObject content) {
        var member = UserId.find(stateKey).orElseThrow(() -> new BadJson("Not a user id: " + stateKey));
        var membership = content.string("membership")
                .flatMap(Membership::of)
                .orElseThrow(() -> new BadJson("A membership event has one of the five memberships"));
        boolean leaves = membership == Membership.LEAVE && member.equals(requester.user());
        if (!leaves) {
            requester.refuseSuspended();
        }
        return switch (membership) {
            case JOIN -> {
                var grounds = admission.grounds(requester, room);
                yield view -> grounds.admit(view, content);
            }
            case INVITE -> {
                invitePermission.check(requester.user(), Set.of(member));
                yield _ -> content;
            }
            case LEAVE ->
                view -> {
                    if (leaves) {
                        noticeInvites.refuseToReject(view, member);
                    }
                    return content;
                };
            case BAN, KNOCK -> _ -> content;
        };
    }
}
