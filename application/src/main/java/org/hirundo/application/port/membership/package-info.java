/**
 * Who is in which room, as a projection of the rooms' current states. Read {@link
 * org.hirundo.application.port.membership.MembershipStore} first.
 */
@NullMarked
package org.hirundo.application.port.membership;

import org.jspecify.annotations.NullMarked;
