/** What the storage on MongoDB still has after a kill. */
@NullMarked
package org.hirundo.mongo.crash;

import org.jspecify.annotations.NullMarked;
