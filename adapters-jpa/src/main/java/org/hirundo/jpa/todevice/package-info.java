/** The inboxes of devices in relational databases. Read {@link org.hirundo.jpa.todevice.JpaToDeviceStore} first. */
@NullMarked
package org.hirundo.jpa.todevice;

import org.jspecify.annotations.NullMarked;
