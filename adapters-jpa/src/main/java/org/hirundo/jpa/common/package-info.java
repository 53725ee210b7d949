/**
 * What all relational stores stand on: transactions, batches, and the few differences between providers and databases.
 *
 * <p>Read {@link org.hirundo.jpa.common.Database}, {@link org.hirundo.jpa.common.Transaction} and {@link
 * org.hirundo.jpa.common.Text} first.
 */
@NullMarked
package org.hirundo.jpa.common;

import org.jspecify.annotations.NullMarked;
