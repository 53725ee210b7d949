package org.hirundo.application.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;

/**
 * Reports a user, with whom the reporter need not share a room.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3usersuseridreport">POST
 *     /users/{userId}/report</a>
 */
@Singleton
public final class ReportUser {

    private final RateLimiter limits;
    private final AccountStore accounts;
    private final Identity identity;
    private final Reports reports;

    @Inject
    ReportUser(RateLimiter limits, AccountStore accounts, Identity identity, Reports reports) {
        this.limits = limits;
        this.accounts = accounts;
        this.identity = identity;
        this.reports = reports;
    }

    /**
     * Reports the user. One of another server is taken at the reporter's word.
     *
     * @throws NotFound when this server has no such user
     * @throws org.hirundo.domain.error.InvalidParam when the reason is too long
     */
    public void report(Requester requester, UserId user, String reason) {
        requester.refuseGuest();
        limits.spend(requester, Cost.REPORT);
        if (user.isLocalTo(identity.server()) && accounts.find(user).isEmpty()) {
            throw new NotFound("The user was not found.");
        }
        reports.file(requester, new Report.Subject.OfUser(user), reason);
    }
}
