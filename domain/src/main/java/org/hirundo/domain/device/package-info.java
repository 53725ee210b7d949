/**
 * Devices of users: their ids and names, and how servers tell each other of them.
 *
 * <p>Read {@link org.hirundo.domain.device.DeviceIds}, {@link org.hirundo.domain.device.DeviceName} and {@link
 * org.hirundo.domain.device.DeviceListUpdate}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#device-management">Device management</a>
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#device-management">Device management between servers</a>
 */
@NullMarked
package org.hirundo.domain.device;

import org.jspecify.annotations.NullMarked;
