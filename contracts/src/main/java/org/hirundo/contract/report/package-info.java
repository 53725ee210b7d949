/** What every storage guarantees of reports. Read {@link org.hirundo.contract.report.ReportStoreContract}. */
@NullMarked
package org.hirundo.contract.report;

import org.jspecify.annotations.NullMarked;
