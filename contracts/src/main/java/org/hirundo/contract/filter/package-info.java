/** What every storage guarantees of filters. Read {@link org.hirundo.contract.filter.FilterStoreContract}. */
@NullMarked
package org.hirundo.contract.filter;

import org.jspecify.annotations.NullMarked;
