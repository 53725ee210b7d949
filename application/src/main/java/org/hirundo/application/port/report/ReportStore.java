package org.hirundo.application.port.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What users reported. */
public interface ReportStore {

    /** A place in the list of reports, which is ordered by when they were received, then by id. */
    record ReportPosition(Instant receivedAt, String id) {}

    /** Keeps the report. */
    void add(Report report);

    /**
     * The newest reports, newest first.
     *
     * @param before exclusive end; empty for the newest of all
     */
    List<Report> newest(Optional<ReportPosition> before, int limit);
}
