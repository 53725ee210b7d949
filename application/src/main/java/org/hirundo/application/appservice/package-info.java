/**
 * Application services: what is theirs, and what they are asked. Read {@link org.hirundo.application.appservice.AliasRights} and
 * {@link org.hirundo.application.appservice.ServiceQueries}; what they are told is in {@link
 * org.hirundo.application.appservice.transaction}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/">Application Service API</a>
 */
@NullMarked
package org.hirundo.application.appservice;

import org.jspecify.annotations.NullMarked;
