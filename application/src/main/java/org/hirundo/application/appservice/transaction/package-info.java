/**
 * What application services are told, transaction by transaction. Read {@link
 * org.hirundo.application.appservice.transaction.ServiceTransactions}, {@link
 * org.hirundo.application.appservice.transaction.ServiceLane} and {@link
 * org.hirundo.application.appservice.transaction.Interest}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#pushing-events">Pushing events</a>
 */
@NullMarked
package org.hirundo.application.appservice.transaction;

import org.jspecify.annotations.NullMarked;
