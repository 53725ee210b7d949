/** What administrators of the server do. */
@NullMarked
package org.hirundo.rest.client.admin;

import org.jspecify.annotations.NullMarked;
