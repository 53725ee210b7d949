/** The search index in MongoDB, see {@link org.hirundo.mongo.search.MongoSearchStore}. */
@NullMarked
package org.hirundo.mongo.search;

import org.jspecify.annotations.NullMarked;
