package org.hirundo.application.port.stream;

import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;

/**
 * A client's transaction: a repeat must give the first answer again. It belongs to a device and an endpoint (spec,
 * "Transaction identifiers"), so the key is all but the answer.
 *
 * @param endpoint a short stable name of the endpoint with the path variables that belong to it, at most 255 bytes
 * @param answer what the first call was answered, an event id or empty
 */
public record ClientTransaction(
        UserId user, DeviceId device, String endpoint, TransactionId transaction, String answer) {}
