package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user writes account data, globally or of a room. An empty object is no content: it deletes what was there.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#client-config">Client config</a>
 */
@Singleton
public final class SetAccountData {

    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    public SetAccountData(Committer committer, UserLocks locks, RateLimiter limits) {
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Replaces the content.
     *
     * @param room empty for global account data
     * @throws org.hirundo.domain.error.Forbidden when it is another user's
     * @throws org.hirundo.domain.error.ServerManaged when the type is the server's
     * @throws org.hirundo.domain.error.MatrixException when type or content are too long
     */
    public void set(Requester requester, UserId user, Optional<RoomId> room, AccountDataType type, JsonObject content) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        type.check(content);
        limits.spend(requester, Cost.SETTINGS);
        locks.with(user, () -> {
            committer.commit(new AccountDataChange(user, room, type.value(), content));
        });
    }
}
