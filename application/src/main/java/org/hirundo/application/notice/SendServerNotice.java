package org.hirundo.application.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.Identity;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;

/**
 * An administrator lets the server say something to a user, in a room that the two have for this. The specification leaves open how;
 * the request is the one that administrators' tools know from Synapse.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-notices">Server Notices</a>
 */
@Singleton
public final class SendServerNotice {

    private final Identity identity;
    private final AccountStore accounts;
    private final NoticeRooms rooms;
    private final SendMessage sendMessage;
    private final SendState sendState;
    private final UserLocks locks;
    private final RandomGenerator random;

    @Inject
    SendServerNotice(
            Identity identity,
            AccountStore accounts,
            NoticeRooms rooms,
            SendMessage sendMessage,
            SendState sendState,
            UserLocks locks,
            RandomGenerator random) {
        this.identity = identity;
        this.accounts = accounts;
        this.rooms = rooms;
        this.sendMessage = sendMessage;
        this.sendState = sendState;
        this.locks = locks;
        this.random = random;
    }

    /**
     * Sends the notice: {@code content} to {@code user_id}, as a message unless there is a {@code type}, and as state if there is a
     * {@code state_key}. A user who is not in the room any more is invited again.
     *
     * @param transaction what is sent twice with it is sent once
     * @return the event's id
     * @throws org.hirundo.domain.error.Forbidden when the requester is no administrator
     * @throws InvalidParam when the user is of another server
     * @throws NotFound when the user has no account
     * @throws BadJson when the body is not as it should be
     */
    public EventId send(Requester requester, Body body, Optional<TransactionId> transaction) {
        requester.refuseUnlessAdmin();
        var user = recipient(body);
        var content = body.requiredObject("content");
        var type = body.string("type").map(EventType::of).orElse(EventType.MESSAGE);
        var server = Requester.server(identity.noticesUser(), requester);
        var room = locks.with(user, () -> rooms.open(server, user));
        return body.string("state_key")
                .map(key -> sendState.send(new SendState.Send(server, room, type, key, content)))
                .orElseGet(() -> sendMessage.send(
                        new SendMessage.Send(server, room, type, transaction.orElseGet(this::oneOff), content)));
    }

    private UserId recipient(Body body) {
        var text = body.requiredString("user_id");
        var user = UserId.find(text).orElseThrow(() -> new InvalidParam("Not a user id: " + text));
        if (!user.isLocalTo(identity.server())) {
            throw new InvalidParam("Notices are for users of this server");
        }
        return accounts.find(user)
                .filter(account -> !account.deactivated())
                .map(Account::user)
                .orElseThrow(() -> new NotFound("There is no such user"));
    }

    private TransactionId oneOff() {
        return new TransactionId("notice-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()));
    }
}
