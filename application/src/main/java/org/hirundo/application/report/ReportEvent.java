package org.hirundo.application.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.VisibleEvents;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/**
 * Reports an event of a room that the reporter is in.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreporteventid">POST
 *     …/report/{eventId}</a>
 */
@Singleton
public final class ReportEvent {

    private final RateLimiter limits;
    private final MembershipStore memberships;
    private final VisibleEvents visibleEvents;
    private final Reports reports;

    @Inject
    ReportEvent(RateLimiter limits, MembershipStore memberships, VisibleEvents visibleEvents, Reports reports) {
        this.limits = limits;
        this.memberships = memberships;
        this.visibleEvents = visibleEvents;
        this.reports = reports;
    }

    /** Who reports which event, and why. */
    public record Reported(Requester requester, RoomId room, EventId event, String reason) {}

    /**
     * Reports the event.
     *
     * @throws NotFound when the reporter is not in the room, or there sees no such event; nobody learns which
     * @throws org.hirundo.domain.error.InvalidParam when the reason is too long
     */
    public void report(Reported reported) {
        var requester = reported.requester();
        requester.refuseGuest();
        limits.spend(requester, Cost.REPORT);
        var isIn = memberships
                .find(reported.room(), requester.user())
                .filter(membership -> membership.membership() == Membership.JOIN)
                .isPresent();
        if (!isIn) {
            throw new NotFound("The event was not found or you are not joined to the room.");
        }
        var event = visibleEvents.get(requester.user(), reported.room(), reported.event());
        reports.file(requester, new Report.Subject.OfEvent(reported.room(), event.id()), reported.reason());
    }
}
