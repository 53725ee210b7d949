package org.hirundo.rest.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Users whose accounts are locked may call the method, which is only to log out.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#account-locking">Account locking</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowsLocked {}
