package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRuleset;

/**
 * A user changes a push rule. What differs from the default rules is kept as account data {@code m.push_rules}, so that clients
 * learn of it as of other account data.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#push-rules-api">Push rules API</a>
 */
@Singleton
public final class ChangePushRule {

    private static final String TYPE = AccountDataType.PUSH_RULES.value();

    private final PushConfig config;
    private final AccountDataStore store;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    public ChangePushRule(
            PushConfig config, AccountDataStore store, Committer committer, UserLocks locks, RateLimiter limits) {
        this.config = config;
        this.store = store;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Makes the change; nothing is written when the rules stay as they are.
     *
     * @throws org.hirundo.domain.error.NotFound when there is no such rule
     * @throws org.hirundo.domain.error.MatrixException when the change makes no sense
     */
    public void change(Requester requester, PushRuleChange change) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SETTINGS);
        var user = requester.user();
        locks.with(user, () -> {
            var before = rules(user);
            var after = change.applyTo(before).changes();
            if (!after.equals(before.changes())) {
                committer.commit(new AccountDataChange(user, Optional.empty(), TYPE, after));
            }
        });
    }

    /** The rules as they are stored: what is remembered elsewhere may be a moment behind. */
    private PushRuleset rules(UserId user) {
        return PushRuleset.of(
                user, store.find(user, Optional.empty(), TYPE).orElse(JsonObject.EMPTY), config.defaults());
    }
}
