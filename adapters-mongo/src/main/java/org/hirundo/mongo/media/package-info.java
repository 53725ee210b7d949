/** What is known of media, in MongoDB, see {@link org.hirundo.mongo.media.MongoMediaStore}. */
@NullMarked
package org.hirundo.mongo.media;

import org.jspecify.annotations.NullMarked;
