/** How application services are called, see {@link org.hirundo.remote.appservice.HttpAppserviceGateway}. */
@NullMarked
package org.hirundo.remote.appservice;

import org.jspecify.annotations.NullMarked;
