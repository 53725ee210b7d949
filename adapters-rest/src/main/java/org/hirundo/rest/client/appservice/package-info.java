/**
 * What is there for application services, and what is there because of them. Read {@link
 * org.hirundo.rest.client.appservice.AppserviceResource}.
 */
@NullMarked
package org.hirundo.rest.client.appservice;

import org.jspecify.annotations.NullMarked;
