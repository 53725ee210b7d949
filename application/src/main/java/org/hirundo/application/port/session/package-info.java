/**
 * Devices and the tokens that belong to them. Read {@link org.hirundo.application.port.session.SessionStore} first.
 */
@NullMarked
package org.hirundo.application.port.session;

import org.jspecify.annotations.NullMarked;
