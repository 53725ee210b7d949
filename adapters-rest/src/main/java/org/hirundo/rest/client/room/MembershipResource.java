package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.BanUser;
import org.hirundo.application.membership.ForgetRoom;
import org.hirundo.application.membership.InviteThreepid;
import org.hirundo.application.membership.InviteUser;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.membership.KickUser;
import org.hirundo.application.membership.KnockOnRoom;
import org.hirundo.application.membership.LeaveRoom;
import org.hirundo.application.membership.UnbanUser;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.ThreepidInvite;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/**
 * Who is in a room ({@code joining.yaml}, {@code leaving.yaml}, {@code inviting.yaml}, {@code kicking.yaml}, {@code
 * banning.yaml}, {@code knocking.yaml}).
 */
@Path("/")
@Authenticated
@Singleton
public final class MembershipResource {

    private final JoinRoom joinRoom;
    private final LeaveRoom leaveRoom;
    private final InviteUser inviteUser;
    private final InviteThreepid inviteThreepid;
    private final KickUser kickUser;
    private final BanUser banUser;
    private final UnbanUser unbanUser;
    private final KnockOnRoom knockOnRoom;
    private final ForgetRoom forgetRoom;

    @Inject
    public MembershipResource(
            JoinRoom joinRoom,
            LeaveRoom leaveRoom,
            InviteUser inviteUser,
            InviteThreepid inviteThreepid,
            KickUser kickUser,
            BanUser banUser,
            UnbanUser unbanUser,
            KnockOnRoom knockOnRoom,
            ForgetRoom forgetRoom) {
        this.joinRoom = joinRoom;
        this.leaveRoom = leaveRoom;
        this.inviteUser = inviteUser;
        this.inviteThreepid = inviteThreepid;
        this.kickUser = kickUser;
        this.banUser = banUser;
        this.unbanUser = unbanUser;
        this.knockOnRoom = knockOnRoom;
        this.forgetRoom = forgetRoom;
    }

    @POST
    @Path("_matrix/client/v3/join/{roomIdOrAlias}")
    public JsonObject join(
            @Context SecurityContext security, @PathParam("roomIdOrAlias") String room, @MayBeEmpty JsonObject body) {
        return joined(security, RoomReference.parse(room), body);
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/join")
    @AllowsGuests
    public JsonObject joinById(
            @Context SecurityContext security, @PathParam("roomId") RoomId room, @MayBeEmpty JsonObject body) {
        return joined(security, new RoomReference.ById(room), body);
    }

    private JsonObject joined(SecurityContext security, RoomReference room, JsonObject body) {
        var in = new Body(body);
        var joined = joinRoom.join(new JoinRoom.Join(
                Caller.requester(security), room, in.string("reason"), body, in.object("third_party_signed")));
        return JsonObject.of("room_id", joined.toString());
    }

    @POST
    @Path("_matrix/client/v3/knock/{roomIdOrAlias}")
    public JsonObject knock(
            @Context SecurityContext security, @PathParam("roomIdOrAlias") String room, @MayBeEmpty JsonObject body) {
        var reason = new Body(body).string("reason");
        var knocked =
                knockOnRoom.knock(new KnockOnRoom.Knock(Caller.requester(security), RoomReference.parse(room), reason));
        return JsonObject.of("room_id", knocked.toString());
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/leave")
    @AllowsGuests
    public JsonObject leave(
            @Context SecurityContext security, @PathParam("roomId") RoomId room, @MayBeEmpty JsonObject body) {
        var reason = new Body(body).string("reason");
        leaveRoom.leave(new LeaveRoom.Leave(Caller.requester(security), room, reason));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/invite")
    public JsonObject invite(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject in) {
        var body = new Body(in);
        var requester = Caller.requester(security);
        var reason = body.string("reason");
        if (!in.has("user_id") && in.has("id_server")) {
            inviteThreepid.invite(new InviteThreepid.Invite(requester, room, ThreepidInvite.parse(in), reason));
        } else {
            inviteUser.invite(new InviteUser.Invite(requester, room, user(body), reason));
        }
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/kick")
    public JsonObject kick(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject in) {
        var body = new Body(in);
        kickUser.kick(new KickUser.Kick(Caller.requester(security), room, user(body), body.string("reason")));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/ban")
    public JsonObject ban(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject in) {
        var body = new Body(in);
        banUser.ban(new BanUser.Ban(Caller.requester(security), room, user(body), body.string("reason")));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/unban")
    public JsonObject unban(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject in) {
        var body = new Body(in);
        unbanUser.unban(new UnbanUser.Unban(Caller.requester(security), room, user(body), body.string("reason")));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/forget")
    public JsonObject forget(@Context SecurityContext security, @PathParam("roomId") RoomId room) {
        forgetRoom.forget(Caller.requester(security), room);
        return JsonObject.EMPTY;
    }

    private static UserId user(Body body) {
        var text = body.requiredString("user_id");
        return UserId.find(text).orElseThrow(() -> new InvalidParam("Not a user id: " + text));
    }
}
