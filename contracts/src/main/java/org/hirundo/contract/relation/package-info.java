/** What every storage guarantees of relations between events. */
@NullMarked
package org.hirundo.contract.relation;

import org.jspecify.annotations.NullMarked;
