/** Sessions of user-interactive authentication in MongoDB, see {@link org.hirundo.mongo.uia.MongoUiaStore}. */
@NullMarked
package org.hirundo.mongo.uia;

import org.jspecify.annotations.NullMarked;
