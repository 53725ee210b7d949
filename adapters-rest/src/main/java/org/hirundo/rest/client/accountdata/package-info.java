/** Account data, tags and filters. */
@NullMarked
package org.hirundo.rest.client.accountdata;

import org.jspecify.annotations.NullMarked;
