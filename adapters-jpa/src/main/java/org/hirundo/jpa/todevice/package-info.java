/** The inboxes of devices in relational databases, see {@link org.hirundo.jpa.todevice.JpaToDeviceStore}. */
@NullMarked
package org.hirundo.jpa.todevice;

import org.jspecify.annotations.NullMarked;
