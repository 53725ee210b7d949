/**
 * Storage on MongoDB, for which a replica set of one member is enough.
 *
 * <p>The call of a port is one transaction over all the documents it touches. Documents are private to their package and
 * no type of the driver leaves this module.
 */
@NullMarked
package org.hirundo.mongo;

import org.jspecify.annotations.NullMarked;
