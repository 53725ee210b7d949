package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.UserId;

/**
 * Tells which users have accounts, and which of these are closed.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3720">MSC3720: Account status</a>
 */
@Singleton
public final class ReadAccountStatuses {

    private static final int MAX_USERS = 1000;

    private final RateLimiter limits;
    private final AccountStore accounts;
    private final Identity identity;

    @Inject
    public ReadAccountStatuses(RateLimiter limits, AccountStore accounts, Identity identity) {
        this.limits = limits;
        this.accounts = accounts;
        this.identity = identity;
    }

    /** Whether there is, or was, such an account, and whether it is closed. */
    public record Status(boolean exists, boolean deactivated) {

        private static final Status NONE = new Status(false, false);

        private static Status of(Account account) {
            return new Status(true, account.deactivated());
        }
    }

    /**
     * What is known of the users.
     *
     * @param failures the users of other servers, of whom nothing is known
     */
    public record Statuses(Map<UserId, Status> known, Set<UserId> failures) {}

    /**
     * The statuses of the users.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester is a guest
     * @throws InvalidParam when these are too many
     */
    public Statuses read(Requester requester, Set<UserId> users) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SEARCH);
        if (users.size() > MAX_USERS) {
            throw new InvalidParam("At most " + MAX_USERS + " users at once");
        }
        var ours =
                users.stream().filter(user -> user.isLocalTo(identity.server())).collect(Collectors.toSet());
        var found = accounts.find(ours);
        var known = ours.stream()
                .collect(Collectors.toMap(Function.identity(), user -> Optional.ofNullable(found.get(user))
                        .map(Status::of)
                        .orElse(Status.NONE)));
        var failures = new HashSet<>(users);
        failures.removeAll(ours);
        return new Statuses(known, failures);
    }
}
