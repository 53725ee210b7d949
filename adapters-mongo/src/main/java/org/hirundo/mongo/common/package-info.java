/** What the stores of this adapter share: the connection with its guarantees, and small conversions. Read {@link org.hirundo.mongo.common.Database} first. */
@NullMarked
package org.hirundo.mongo.common;

import org.jspecify.annotations.NullMarked;
