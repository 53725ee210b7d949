/**
 * What every storage guarantees of the durable stream. Read {@link org.hirundo.contract.stream.StreamStoreContract} for
 * positions and what becomes visible, {@link org.hirundo.contract.stream.LeftOutContract} for the changes that are left out.
 */
@NullMarked
package org.hirundo.contract.stream;

import org.jspecify.annotations.NullMarked;
