/**
 * Third-party identifiers of accounts, and how it is shown whose they are.
 *
 * <p>Read {@link org.hirundo.application.port.threepid.ThreepidStore} first.
 */
@NullMarked
package org.hirundo.application.port.threepid;

import org.jspecify.annotations.NullMarked;
