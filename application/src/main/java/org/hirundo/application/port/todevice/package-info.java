/**
 * Messages that wait for a device. Read {@link org.hirundo.application.port.todevice.ToDeviceStore} first.
 */
@NullMarked
package org.hirundo.application.port.todevice;

import org.jspecify.annotations.NullMarked;
