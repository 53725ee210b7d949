package org.hirundo.application.port.stream;

/** One change that gets its place in the stream. All kinds live in this package: they are what one transaction may hold. */
public sealed interface DurableChange
        permits RoomCommit,
                AccountDataChange,
                ReceiptChange,
                ToDeviceSend,
                DeviceKeysChange,
                DevicesRemoved,
                ThreadSubscriptionChange {}
