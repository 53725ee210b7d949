/** What is to be done again and again, whether anybody asks or not. Read {@link org.hirundo.application.upkeep.Upkeep}. */
@NullMarked
package org.hirundo.application.upkeep;

import org.jspecify.annotations.NullMarked;
