package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user reads account data, globally or of a room.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#client-config">Client config</a>
 */
@Singleton
public final class GetAccountData {

    private final AccountDataStore store;
    private final UserSettings settings;

    @Inject
    public GetAccountData(AccountDataStore store, UserSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * The content.
     *
     * @param room empty for global account data
     * @throws NotFound when there is none of the type
     * @throws org.hirundo.domain.error.Forbidden when it is another user's
     */
    public JsonObject get(Requester requester, UserId user, Optional<RoomId> room, AccountDataType type) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        if (room.isEmpty() && type.equals(AccountDataType.PUSH_RULES)) {
            return settings.pushRules(user).toJson();
        }
        return store.find(user, room, type.value())
                // That is what is left of account data that was deleted (MSC3391).
                .filter(content -> !content.isEmpty())
                .orElseThrow(() -> new NotFound("There is no account data of the type " + type));
    }
}
