/** What all stores of bytes have in common. */
@NullMarked
package org.hirundo.media;

import org.jspecify.annotations.NullMarked;
