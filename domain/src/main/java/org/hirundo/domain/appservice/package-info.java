/**
 * Application services, as their registrations describe them. Read {@link org.hirundo.domain.appservice.Registration} and {@link
 * org.hirundo.domain.appservice.Namespaces}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/">Application Service API</a>
 */
@NullMarked
package org.hirundo.domain.appservice;

import org.jspecify.annotations.NullMarked;
