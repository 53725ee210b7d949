/** A counter-example: introduced, but without saying that its types are not null where they do not say so. */
@NullUnmarked
package org.hirundo.domain.counterexample.unmarked;

import org.jspecify.annotations.NullUnmarked;
