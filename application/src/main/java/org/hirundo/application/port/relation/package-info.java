/** Which events relate to others. Read {@link org.hirundo.application.port.relation.RelationStore} first. */
@NullMarked
package org.hirundo.application.port.relation;

import org.jspecify.annotations.NullMarked;
