package org.hirundo.application.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.application.port.report.ReportStore.ReportPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;

/** Shows administrators what was reported, newest first. The specification leaves it to the server how they get to see it. */
@Singleton
public final class ListReports {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15})_([0-9a-f]{1,64})");

    private final ReportStore store;

    @Inject
    public ListReports(ReportStore store) {
        this.store = store;
    }

    /**
     * A part of the list.
     *
     * @param nextBatch where to go on; empty at the end
     */
    public record Page(List<Report> reports, Optional<String> nextBatch) {}

    /**
     * A page of the list.
     *
     * @param from the token to go on at
     * @throws org.hirundo.domain.error.Forbidden when the requester is no administrator
     * @throws InvalidParam when the token is none of ours
     */
    public Page list(Requester requester, Optional<String> from, OptionalInt limit) {
        requester.refuseUnlessAdmin();
        int size = Math.clamp(limit.orElse(DEFAULT_LIMIT), 1, MAX_LIMIT);
        var found = store.newest(from.map(ListReports::position), size + 1);
        var page = found.subList(0, Math.min(size, found.size()));
        var next = page.size() < found.size() ? Optional.of(token(page.getLast())) : Optional.<String>empty();
        return new Page(page, next);
    }

    private static ReportPosition position(String token) {
        var matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            throw new InvalidParam("Not a token of the list of reports: " + token);
        }
        return new ReportPosition(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
    }

    private static String token(Report report) {
        return report.receivedAt().toEpochMilli() + "_" + report.id();
    }
}
