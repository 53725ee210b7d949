/**
 * The authorisation rules: whether an event may be, given a state of its room. One file per rule of the chapter, in its
 * words; {@link org.hirundo.domain.auth.AuthRules} puts them together for each room version, in the chapter's order, as
 * "like the one before, except".
 *
 * <p>Read {@link org.hirundo.domain.auth.AuthRules}, {@link org.hirundo.domain.auth.AuthState} and one rule, such as {@code
 * MemberJoinRule}, first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#authorisation-rules">Authorisation rules</a>
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v12/#authorisation-rules">The rules of room version 12</a>
 */
@NullMarked
package org.hirundo.domain.auth;

import org.jspecify.annotations.NullMarked;
