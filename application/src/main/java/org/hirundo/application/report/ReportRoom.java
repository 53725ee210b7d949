package org.hirundo.application.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomId;

/**
 * Reports a room, in which the reporter need not be.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreport">POST …/report</a>
 */
@Singleton
public final class ReportRoom {

    private final RateLimiter limits;
    private final RoomHeads heads;
    private final Reports reports;

    @Inject
    ReportRoom(RateLimiter limits, RoomHeads heads, Reports reports) {
        this.limits = limits;
        this.heads = heads;
        this.reports = reports;
    }

    /**
     * Reports the room.
     *
     * @throws NotFound when there is no such room
     * @throws org.hirundo.domain.error.InvalidParam when the reason is too long
     */
    public void report(Requester requester, RoomId room, String reason) {
        requester.refuseGuest();
        limits.spend(requester, Cost.REPORT);
        if (heads.find(room).isEmpty()) {
            throw new NotFound("The room was not found.");
        }
        reports.file(requester, new Report.Subject.OfRoom(room), reason);
    }
}
