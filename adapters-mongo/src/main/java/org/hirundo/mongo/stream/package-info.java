/** The commit: how a group of durable changes becomes one transaction. Read {@link org.hirundo.mongo.stream.MongoStreamStore} first, then {@code CommitPlan}. */
@NullMarked
package org.hirundo.mongo.stream;

import org.jspecify.annotations.NullMarked;
