/**
 * Account data, global and per room. Read {@link org.hirundo.application.port.accountdata.AccountDataStore} first.
 */
@NullMarked
package org.hirundo.application.port.accountdata;

import org.jspecify.annotations.NullMarked;
