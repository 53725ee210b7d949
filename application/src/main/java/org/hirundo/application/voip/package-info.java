/**
 * Calls between clients. Read {@link org.hirundo.application.voip.IssueTurnCredentials}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#voice-over-ip">Voice over IP</a>
 */
@NullMarked
package org.hirundo.application.voip;

import org.jspecify.annotations.NullMarked;
