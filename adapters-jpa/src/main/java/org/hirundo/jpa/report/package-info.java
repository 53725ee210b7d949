/** What users reported. Read {@link org.hirundo.jpa.report.JpaReportStore} first. */
@NullMarked
package org.hirundo.jpa.report;

import org.jspecify.annotations.NullMarked;
