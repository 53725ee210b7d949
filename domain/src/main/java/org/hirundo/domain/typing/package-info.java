/**
 * Typing notifications. Read {@link org.hirundo.domain.typing.TypingRequest} and {@link
 * org.hirundo.domain.typing.TypingUsers}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#typing-notifications">Typing notifications</a>
 */
@NullMarked
package org.hirundo.domain.typing;

import org.jspecify.annotations.NullMarked;
