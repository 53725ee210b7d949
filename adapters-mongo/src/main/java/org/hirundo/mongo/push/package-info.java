/** Pushers in MongoDB, see {@link org.hirundo.mongo.push.MongoPushStore}. */
@NullMarked
package org.hirundo.mongo.push;

import org.jspecify.annotations.NullMarked;
