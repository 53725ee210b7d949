/**
 * Device keys, cross-signing keys, one-time and fallback keys. Read {@link
 * org.hirundo.application.port.key.DeviceKeyStore} and {@link org.hirundo.application.port.key.OneTimeKeyStore} first.
 */
@NullMarked
package org.hirundo.application.port.key;

import org.jspecify.annotations.NullMarked;
