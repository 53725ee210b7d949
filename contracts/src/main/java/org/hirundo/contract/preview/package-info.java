/** What stores of previews of links guarantee. */
@NullMarked
package org.hirundo.contract.preview;

import org.jspecify.annotations.NullMarked;
