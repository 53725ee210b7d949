package org.hirundo.mongo.schema;

/** A later release used this database; this one does not know what it changed. */
public final class NewerSchema extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NewerSchema(int found, int known) {
        super("The database has version " + found + " of the schema, but this release knows only version " + known
                + ". Run the release that used it last, or a later one.");
    }
}
