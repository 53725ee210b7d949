/** Pushers in relational databases, see {@link org.hirundo.jpa.push.JpaPushStore}. */
@NullMarked
package org.hirundo.jpa.push;

import org.jspecify.annotations.NullMarked;
