/** The membership projection in MongoDB, see {@link org.hirundo.mongo.membership.MongoMembershipStore}. */
@NullMarked
package org.hirundo.mongo.membership;

import org.jspecify.annotations.NullMarked;
