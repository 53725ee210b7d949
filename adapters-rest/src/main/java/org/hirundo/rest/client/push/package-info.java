/** Push rules, pushers and notifications. */
@NullMarked
package org.hirundo.rest.client.push;

import org.jspecify.annotations.NullMarked;
