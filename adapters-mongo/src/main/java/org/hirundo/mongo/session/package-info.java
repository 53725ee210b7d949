/** Devices and tokens in MongoDB. Read {@link org.hirundo.mongo.session.MongoSessionStore} for how sign-ins and exchanges of one device are kept apart. */
@NullMarked
package org.hirundo.mongo.session;

import org.jspecify.annotations.NullMarked;
