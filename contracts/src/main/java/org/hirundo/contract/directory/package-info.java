/** What every storage guarantees of aliases and the published rooms. Read {@link org.hirundo.contract.directory.DirectoryStoreContract}. */
@NullMarked
package org.hirundo.contract.directory;

import org.jspecify.annotations.NullMarked;
