/** Push rules and what follows from them: unread counts. Read {@link org.hirundo.application.push.UnreadCounts} first. */
@NullMarked
package org.hirundo.application.push;

import org.jspecify.annotations.NullMarked;
