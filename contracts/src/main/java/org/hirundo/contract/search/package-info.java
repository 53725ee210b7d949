/** What storages guarantee of the search index. */
@NullMarked
package org.hirundo.contract.search;

import org.jspecify.annotations.NullMarked;
