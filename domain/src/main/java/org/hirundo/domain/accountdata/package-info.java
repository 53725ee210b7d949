/**
 * Account data: what clients keep on the server for one user, globally or per room. Read {@link
 * org.hirundo.domain.accountdata.AccountDataType}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#client-config">Client config</a>
 */
@NullMarked
package org.hirundo.domain.accountdata;

import org.jspecify.annotations.NullMarked;
