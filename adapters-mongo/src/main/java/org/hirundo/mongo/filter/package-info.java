/** Filters in MongoDB, see {@link org.hirundo.mongo.filter.MongoFilterStore}. */
@NullMarked
package org.hirundo.mongo.filter;

import org.jspecify.annotations.NullMarked;
