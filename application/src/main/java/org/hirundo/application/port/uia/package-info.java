/**
 * User-interactive authentication sessions. Read {@link org.hirundo.application.port.uia.UiaStore} first.
 */
@NullMarked
package org.hirundo.application.port.uia;

import org.jspecify.annotations.NullMarked;
