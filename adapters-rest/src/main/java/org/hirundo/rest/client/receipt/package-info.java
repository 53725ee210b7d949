/** Receipts, read markers, typing and presence. */
@NullMarked
package org.hirundo.rest.client.receipt;

import org.jspecify.annotations.NullMarked;
