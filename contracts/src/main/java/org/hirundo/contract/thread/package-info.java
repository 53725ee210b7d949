/** What every store of subscriptions to threads guarantees. */
@NullMarked
package org.hirundo.contract.thread;

import org.jspecify.annotations.NullMarked;
