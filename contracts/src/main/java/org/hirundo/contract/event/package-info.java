/**
 * What every storage guarantees of events. Read {@link org.hirundo.contract.event.EventStoreContract} for what is kept, and
 * {@link org.hirundo.contract.event.EventOrderContract} for the two orders in which events are read.
 */
@NullMarked
package org.hirundo.contract.event;

import org.jspecify.annotations.NullMarked;
