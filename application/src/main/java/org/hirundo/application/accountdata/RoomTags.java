package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** The tags of rooms, which are account data of the room: {@code m.tag} with the tags by name. */
@Singleton
final class RoomTags {

    private static final String TYPE = "m.tag";
    private static final String TAGS = "tags";
    private static final int MAX_NAME_BYTES = 255;

    private final AccountDataStore store;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    RoomTags(AccountDataStore store, Committer committer, UserLocks locks, RateLimiter limits) {
        this.store = store;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /** The user's tags of the room by name. */
    JsonObject tags(UserId user, RoomId room) {
        return store.find(user, Optional.of(room), TYPE)
                .flatMap(content -> content.object(TAGS))
                .orElse(JsonObject.EMPTY);
    }

    /**
     * Changes the user's tags of the room; nothing is written when they stay as they are.
     *
     * @throws org.hirundo.domain.error.TooLarge when they become too large
     */
    void change(Requester requester, RoomId room, UnaryOperator<JsonObject> change) {
        limits.spend(requester, Cost.SETTINGS);
        var user = requester.user();
        locks.with(user, () -> {
            var before = tags(user, room);
            var after = change.apply(before);
            if (!after.equals(before)) {
                var content = JsonObject.of(TAGS, after);
                AccountDataType.checkSize(content);
                committer.commit(new AccountDataChange(user, Optional.of(room), TYPE, content));
            }
        });
    }

    static void checkName(String tag) {
        if (tag.isEmpty() || tag.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidParam("The name of a tag has 1 to " + MAX_NAME_BYTES + " bytes");
        }
    }
}
