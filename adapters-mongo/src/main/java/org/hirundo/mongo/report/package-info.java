/** What users reported. Read {@link org.hirundo.mongo.report.MongoReportStore} first. */
@NullMarked
package org.hirundo.mongo.report;

import org.jspecify.annotations.NullMarked;
