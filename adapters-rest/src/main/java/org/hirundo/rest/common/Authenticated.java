package org.hirundo.rest.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The resource or the method wants an access token: {@link Caller#requester} says whose it is. Guests are refused unless {@link
 * AllowsGuests} says otherwise, locked users unless {@link AllowsLocked} does.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Authenticated {}
