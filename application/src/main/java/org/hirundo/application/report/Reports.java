package org.hirundo.application.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.Report.Subject;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;

/** Files reports. */
@Singleton
final class Reports {

    private static final int ID_BYTES = 12;
    private static final int MAX_REASON = 4000;

    private final ReportStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    Reports(ReportStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Files a report.
     *
     * @throws InvalidParam when the reason is a book
     */
    void file(Requester reporter, Subject subject, String reason) {
        if (reason.length() > MAX_REASON) {
            throw new InvalidParam("A reason has at most " + MAX_REASON + " characters");
        }
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        store.add(new Report(
                HexFormat.of().formatHex(id),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reporter.user(),
                subject,
                reason));
    }
}
