/**
 * The devices of a user. Read {@link org.hirundo.application.device.DeleteDevices}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#device-management">Device management</a>
 */
@NullMarked
package org.hirundo.application.device;

import org.jspecify.annotations.NullMarked;
