/**
 * Who is in a room: joining, inviting, knocking, leaving, kicking and banning, one use case each. Read {@link
 * org.hirundo.application.membership.JoinRoom} and {@link org.hirundo.application.membership.MemberDraft} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-membership">Client-Server API, "Room membership"</a>
 */
@NullMarked
package org.hirundo.application.membership;

import org.jspecify.annotations.NullMarked;
