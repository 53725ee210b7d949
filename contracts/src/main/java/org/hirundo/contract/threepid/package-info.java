/** What stores of third-party identifiers guarantee. */
@NullMarked
package org.hirundo.contract.threepid;

import org.jspecify.annotations.NullMarked;
