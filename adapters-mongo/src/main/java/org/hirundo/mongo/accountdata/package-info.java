/** Account data in MongoDB, see {@link org.hirundo.mongo.accountdata.MongoAccountDataStore}. */
@NullMarked
package org.hirundo.mongo.accountdata;

import org.jspecify.annotations.NullMarked;
