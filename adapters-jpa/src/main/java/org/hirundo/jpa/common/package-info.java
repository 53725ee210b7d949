/** What the stores of this adapter share: transactions, the few differences between databases, and small conversions. Read {@link org.hirundo.jpa.common.Database} first. */
@NullMarked
package org.hirundo.jpa.common;

import org.jspecify.annotations.NullMarked;
