/**
 * How patterns and paths of the specification are matched: globs, and dot-separated property paths.
 *
 * <p>Push rules, filters, server ACLs and policy lists all speak of the two. Everything here is linear in the text it reads,
 * whatever the pattern, because both come from users. Read {@link org.hirundo.domain.match.Glob}, {@link
 * org.hirundo.domain.match.WordGlob} and {@link org.hirundo.domain.match.PropertyPath}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#glob-style-matching">Glob-style matching</a>
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#dot-separated-property-paths">Dot-separated property paths</a>
 */
@NullMarked
package org.hirundo.domain.match;

import org.jspecify.annotations.NullMarked;
