package org.hirundo.jpa.report;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Reports, one row each. */
public final class JpaReportStore implements ReportStore {

    private static final String NEWEST = """
            select r from ReportRow r
            where r.receivedAt < ?1 or r.receivedAt = ?1 and r.id < ?2
            order by r.receivedAt desc, r.id desc
            """;

    private final Database database;

    /** On this database. */
    public JpaReportStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Report report) {
        database.change(transaction -> transaction.add(new ReportRow(report)));
    }

    @Override
    public List<Report> newest(Optional<ReportPosition> before, int limit) {
        return database
                .read(manager -> Queries.of(
                                manager,
                                NEWEST,
                                ReportRow.class,
                                before.map(position -> position.receivedAt().toEpochMilli())
                                        .orElse(Long.MAX_VALUE),
                                before.map(ReportPosition::id).orElse(""))
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(ReportRow::report)
                .toList();
    }
}
