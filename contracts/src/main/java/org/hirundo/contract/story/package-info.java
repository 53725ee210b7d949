/**
 * What users experience, told on real storages: every storage adapter extends each of these stories as it extends the
 * contracts. A story speaks to the use cases of a whole {@link org.hirundo.contract.story.Server}, only the clock and chance are
 * its own.
 */
@NullMarked
package org.hirundo.contract.story;

import org.jspecify.annotations.NullMarked;
