/** The schema and its history: one folder of SQL steps for each database. Read {@link org.hirundo.jpa.schema.Migrations} first. */
@NullMarked
package org.hirundo.jpa.schema;

import org.jspecify.annotations.NullMarked;
