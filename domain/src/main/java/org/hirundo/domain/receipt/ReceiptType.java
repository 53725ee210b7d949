package org.hirundo.domain.receipt;

import java.util.Arrays;
import java.util.Optional;

/** The types of receipts. {@code m.fully_read} is none: it is account data, although it can be sent like a receipt. */
public enum ReceiptType {
    /** Everybody in the room sees how far the user has read. */
    READ("m.read"),
    /** Nobody but the user sees it. */
    READ_PRIVATE("m.read.private");

    private final String wireName;

    ReceiptType(String wireName) {
        this.wireName = wireName;
    }

    /** The type of this name. */
    public static Optional<ReceiptType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /** Whether others may see receipts of this type, on this server or elsewhere. */
    public boolean isPublic() {
        return this == READ;
    }

    /** The name in JSON and in paths. */
    @Override
    public String toString() {
        return wireName;
    }
}
