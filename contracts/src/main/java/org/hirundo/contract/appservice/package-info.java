/** What is kept of application services, see {@link org.hirundo.contract.appservice.AppserviceStoreContract}. */
@NullMarked
package org.hirundo.contract.appservice;

import org.jspecify.annotations.NullMarked;
