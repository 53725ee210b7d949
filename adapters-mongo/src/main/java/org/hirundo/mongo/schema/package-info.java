/** The collections and indexes, and how a database of an earlier release is brought up to date. Read {@link org.hirundo.mongo.schema.Migrations} first. */
@NullMarked
package org.hirundo.mongo.schema;

import org.jspecify.annotations.NullMarked;
