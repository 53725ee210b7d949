/**
 * Application services: how far each was told what happened, see {@link org.hirundo.application.port.appservice.AppserviceStore},
 * and how they are spoken to, see {@link org.hirundo.application.port.appservice.AppserviceGateway}.
 */
@NullMarked
package org.hirundo.application.port.appservice;

import org.jspecify.annotations.NullMarked;
