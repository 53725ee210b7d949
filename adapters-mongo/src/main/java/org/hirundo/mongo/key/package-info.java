/** Device keys, cross-signing keys, one-time and fallback keys in MongoDB. Read {@link org.hirundo.mongo.key.MongoOneTimeKeyStore} first. */
@NullMarked
package org.hirundo.mongo.key;

import org.jspecify.annotations.NullMarked;
