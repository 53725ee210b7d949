/** What users report to those who run the server. Read {@link org.hirundo.application.port.report.ReportStore} first. */
@NullMarked
package org.hirundo.application.port.report;

import org.jspecify.annotations.NullMarked;
