package org.hirundo.jpa.common;

import java.util.Collection;
import java.util.List;

/** Ids as parameters of queries. */
public final class Ids {

    private Ids() {}

    /** The ids as they are stored, none twice. */
    public static List<String> of(Collection<?> ids) {
        return ids.stream().map(Object::toString).distinct().toList();
    }
}
