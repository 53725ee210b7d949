/**
 * Messages from device to device. Read {@link org.hirundo.application.todevice.SendToDevice}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#send-to-device-messaging">Send-to-Device messaging</a>
 */
@NullMarked
package org.hirundo.application.todevice;

import org.jspecify.annotations.NullMarked;
