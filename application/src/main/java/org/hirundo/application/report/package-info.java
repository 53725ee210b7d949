/**
 * Reporting what is inappropriate to those who run the server. Read {@link org.hirundo.application.report.ReportEvent} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#reporting-content">Reporting content</a>
 */
@NullMarked
package org.hirundo.application.report;

import org.jspecify.annotations.NullMarked;
