/**
 * Account data: what clients keep on the server for one user, globally or of a room. Read {@link
 * org.hirundo.application.accountdata.SetAccountData}, and {@link org.hirundo.application.accountdata.UserSettings} for what
 * the server itself acts upon.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#client-config">Client config</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-tagging">Room tagging</a>
 */
@NullMarked
package org.hirundo.application.accountdata;

import org.jspecify.annotations.NullMarked;
