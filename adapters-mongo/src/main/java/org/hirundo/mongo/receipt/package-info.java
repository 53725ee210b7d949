/** Receipts in MongoDB, see {@link org.hirundo.mongo.receipt.MongoReceiptStore}. */
@NullMarked
package org.hirundo.mongo.receipt;

import org.jspecify.annotations.NullMarked;
