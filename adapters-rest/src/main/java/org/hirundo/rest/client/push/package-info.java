/** Push rules. */
@NullMarked
package org.hirundo.rest.client.push;

import org.jspecify.annotations.NullMarked;
