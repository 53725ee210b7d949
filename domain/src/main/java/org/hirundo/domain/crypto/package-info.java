/** Hashes and signatures. */
@NullMarked
package org.hirundo.domain.crypto;

import org.jspecify.annotations.NullMarked;
