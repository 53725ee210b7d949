/** Profiles in MongoDB, see {@link org.hirundo.mongo.profile.MongoProfileStore}. */
@NullMarked
package org.hirundo.mongo.profile;

import org.jspecify.annotations.NullMarked;
