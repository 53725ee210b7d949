package org.hirundo.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.Report.Subject;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.application.port.report.ReportStore.ReportPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.junit.jupiter.api.Test;

/** What every {@link ReportStore} guarantees. */
public abstract class ReportStoreContract extends StorageContract {

    private ReportStore store() {
        return storage().reports();
    }

    private static Report report(String id, long at, Subject subject, String reason) {
        return new Report(id, Instant.ofEpochMilli(at), Users.ALICE, subject, reason);
    }

    private Report adds(String id, long at) {
        var report = report(id, at, new Subject.OfRoom(Rooms.ATTIC), "");
        store().add(report);
        return report;
    }

    private List<Report> all() {
        return store().newest(Optional.empty(), 100);
    }

    @Test
    void reports_are_kept_as_they_are_whatever_they_are_about() {
        var reports = List.of(
                report("c", 3, new Subject.OfEvent(Rooms.LONGEST, new EventId("$e")), "before\u0000after \uD83D\uDE00"),
                report("b", 2, new Subject.OfRoom(Rooms.HASHED), "x".repeat(4000)),
                report("a", 1, new Subject.OfUser(Users.HISTORICAL), ""));

        reports.forEach(store()::add);

        assertThat(all()).isEqualTo(reports);
    }

    @Test
    void the_newest_come_first_and_pages_go_back_from_there() {
        var first = adds("b", 1_700_000_000_000L);
        var second = adds("a", 1_700_000_000_001L);
        var third = adds("c", 1_700_000_000_001L);
        var fourth = adds("0", 1_700_000_000_002L);

        assertThat(store().newest(Optional.empty(), 2)).containsExactly(fourth, third);
        assertThat(store().newest(position(third), 2)).containsExactly(second, first);
        assertThat(store().newest(position(first), 2)).isEmpty();
    }

    private static Optional<ReportPosition> position(Report report) {
        return Optional.of(new ReportPosition(report.receivedAt(), report.id()));
    }
}
