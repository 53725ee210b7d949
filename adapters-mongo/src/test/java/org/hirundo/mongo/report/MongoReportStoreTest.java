package org.hirundo.mongo.report;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.report.ReportStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoReportStoreTest extends ReportStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
