/** Profiles. */
@NullMarked
package org.hirundo.rest.client.profile;

import org.jspecify.annotations.NullMarked;
