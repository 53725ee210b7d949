/**
 * Room aliases and the published room directory. Read {@link
 * org.hirundo.application.port.directory.DirectoryStore} first.
 */
@NullMarked
package org.hirundo.application.port.directory;

import org.jspecify.annotations.NullMarked;
