/** Third-party identifiers in MongoDB. Read {@link org.hirundo.mongo.threepid.MongoThreepidStore} first. */
@NullMarked
package org.hirundo.mongo.threepid;

import org.jspecify.annotations.NullMarked;
