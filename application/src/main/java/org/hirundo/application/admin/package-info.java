/**
 * What server administrators may do. Read {@link org.hirundo.application.admin.LockAccount}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-administration">Server administration</a>
 */
@NullMarked
package org.hirundo.application.admin;

import org.jspecify.annotations.NullMarked;
