/** Keys of devices and users, and messages to devices. */
@NullMarked
package org.hirundo.rest.client.e2ee;

import org.jspecify.annotations.NullMarked;
