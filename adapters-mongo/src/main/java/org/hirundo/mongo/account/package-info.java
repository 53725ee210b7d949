/** Accounts in MongoDB, see {@link org.hirundo.mongo.account.MongoAccountStore}. */
@NullMarked
package org.hirundo.mongo.account;

import org.jspecify.annotations.NullMarked;
