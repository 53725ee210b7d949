package org.hirundo.mongo.common;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/** Tells failures apart that mean something to a store. */
public final class Failures {

    /** The code of the failure to make a collection that is there. */
    static final int NAMESPACE_EXISTS = 48;

    private Failures() {}

    /** Whether a document was not written because another one has its id or a key that is unique. */
    public static boolean isDuplicateKey(MongoException failure) {
        return failure instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().stream().anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                : ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
