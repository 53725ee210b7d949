/** The devices of a user. */
@NullMarked
package org.hirundo.rest.client.device;

import org.jspecify.annotations.NullMarked;
