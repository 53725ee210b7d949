package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.room.InvitePermission;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * An identity server tells that a user of this server has a third-party identifier from now on: the user is given the invites that
 * waited for it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#put_matrixfederationv13pidonbind">PUT /3pid/onbind</a>
 */
@Singleton
public final class AcceptBinding {

    private static final System.Logger LOG = System.getLogger(AcceptBinding.class.getName());

    /** More invites than this are not looked at. */
    private static final int MAX_INVITES = 100;

    private final RateLimiter limits;
    private final ThirdPartyProofs proofs;
    private final InvitePermission permission;
    private final AccountStore accounts;
    private final Identity identity;

    @Inject
    AcceptBinding(
            RateLimiter limits,
            ThirdPartyProofs proofs,
            InvitePermission permission,
            AccountStore accounts,
            Identity identity) {
        this.limits = limits;
        this.proofs = proofs;
        this.permission = permission;
        this.accounts = accounts;
        this.identity = identity;
    }

    /**
     * Invites the user wherever it is proved that they are the one who was meant. That one invite cannot be taken does not keep the
     * others from it: who is not invited learns so in no other way than by not being invited.
     *
     * @param address where the request comes from; nobody has to say who they are
     * @throws InvalidParam when the user is none of this server's
     * @throws NotFound when there is no such user
     * @throws org.hirundo.domain.error.MatrixException when the request is not as it should be
     */
    public void accept(JsonObject request, String address) {
        limits.spendFrom(address, Cost.INVITE);
        var body = new Body(request);
        var invites = invites(request);
        var text = body.requiredString("mxid");
        var user = UserId.find(text)
                .filter(found -> found.isLocalTo(identity.server()))
                .orElseThrow(() -> new InvalidParam("Not a user of this server: " + text));
        if (accounts.find(user).filter(account -> !account.deactivated()).isEmpty()) {
            throw new NotFound("There is no such user");
        }
        invites.objectsIn().limit(MAX_INVITES).forEach(invite -> {
            try {
                take(user, new Body(invite));
            } catch (MatrixException refused) {
                LOG.log(System.Logger.Level.INFO, "An invite of {0} is not taken: {1}", user, refused.reason());
            }
        });
    }

    private static JsonArray invites(JsonObject request) {
        return switch (request.get("invites")) {
            case null -> JsonArray.EMPTY;
            case JsonArray invites -> invites;
            default -> throw new BadJson("invites is an array");
        };
    }

    private void take(UserId user, Body invite) {
        var room = invite.requiredString("room_id");
        var signed = invite.requiredObject("signed");
        var proof = proofs.verified(
                RoomId.find(room).orElseThrow(() -> new InvalidParam("Not a room id: " + room)), user, signed);
        permission.check(proof.invite().sender(), List.of(user));
        proofs.exchange(proof);
    }
}
