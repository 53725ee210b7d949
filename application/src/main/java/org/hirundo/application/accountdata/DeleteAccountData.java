package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user deletes account data, globally or of a room: it is empty from then on, which clients that synchronise are told, and which
 * is not there for those that ask.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3391">MSC3391, deleting account data</a>
 */
@Singleton
public final class DeleteAccountData {

    private final AccountDataStore store;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    public DeleteAccountData(AccountDataStore store, Committer committer, UserLocks locks, RateLimiter limits) {
        this.store = store;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Deletes the content; what is not there is deleted already, and nothing is written.
     *
     * @param room empty for global account data
     * @throws org.hirundo.domain.error.Forbidden when it is another user's
     * @throws org.hirundo.domain.error.ServerManaged when the type is the server's
     * @throws org.hirundo.domain.error.InvalidParam when the type is empty or too long
     */
    public void delete(Requester requester, UserId user, Optional<RoomId> room, AccountDataType type) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        type.check(JsonObject.EMPTY);
        limits.spend(requester, Cost.SETTINGS);
        locks.with(user, () -> {
            if (store.find(user, room, type.value())
                    .filter(content -> !content.isEmpty())
                    .isPresent()) {
                committer.commit(new AccountDataChange(user, room, type.value(), JsonObject.EMPTY));
            }
        });
    }
}
