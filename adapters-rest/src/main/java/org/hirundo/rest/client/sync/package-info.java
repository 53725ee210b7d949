/** {@code /sync} and what is told through it. */
@NullMarked
package org.hirundo.rest.client.sync;

import org.jspecify.annotations.NullMarked;
