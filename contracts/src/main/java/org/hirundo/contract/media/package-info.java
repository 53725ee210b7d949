/** What every storage guarantees of media. Read {@link org.hirundo.contract.media.MediaStoreContract}. */
@NullMarked
package org.hirundo.contract.media;

import org.jspecify.annotations.NullMarked;
