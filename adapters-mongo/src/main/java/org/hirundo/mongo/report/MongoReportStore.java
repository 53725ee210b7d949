package org.hirundo.mongo.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Reports, one document each. */
public final class MongoReportStore implements ReportStore {

    private final Database database;
    private final MongoCollection<Document> reports;

    /** On this database. */
    public MongoReportStore(Database database) {
        this.database = database;
        this.reports = database.collection(ReportDocument.COLLECTION);
    }

    @Override
    public void add(Report report) {
        database.run(() -> reports.insertOne(ReportDocument.of(report)));
    }

    @Override
    public List<Report> newest(Optional<ReportPosition> before, int limit) {
        return database.call(
                () -> reports.find(before.map(MongoReportStore::older).orElse(empty()))
                        .sort(descending(ReportDocument.RECEIVED_AT, Fields.ID))
                        .limit(limit)
                        .map(ReportDocument::report)
                        .into(new ArrayList<>()));
    }

    private static Bson older(ReportPosition position) {
        return or(
                lt(ReportDocument.RECEIVED_AT, position.receivedAt()),
                and(eq(ReportDocument.RECEIVED_AT, position.receivedAt()), lt(Fields.ID, position.id())));
    }
}
