/** What every storage guarantees of the inboxes of devices. */
@NullMarked
package org.hirundo.contract.todevice;

import org.jspecify.annotations.NullMarked;
