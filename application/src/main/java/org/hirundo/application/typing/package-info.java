/** Who types where: in memory alone, with positions of the ephemeral stream. Read {@link org.hirundo.application.typing.TypingBoard} first. */
@NullMarked
package org.hirundo.application.typing;

import org.jspecify.annotations.NullMarked;
