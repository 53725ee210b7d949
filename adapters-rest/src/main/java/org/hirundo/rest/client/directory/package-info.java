/** Aliases and the list of public rooms. */
@NullMarked
package org.hirundo.rest.client.directory;

import org.jspecify.annotations.NullMarked;
