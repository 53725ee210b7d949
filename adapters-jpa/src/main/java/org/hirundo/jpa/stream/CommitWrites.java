package org.hirundo.jpa.stream;

import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.jpa.accountdata.AccountDataWrites;
import org.hirundo.jpa.common.Transaction;
import org.hirundo.jpa.event.ClientTransactionWrites;
import org.hirundo.jpa.event.EventWrites;
import org.hirundo.jpa.key.DeviceKeyWrites;
import org.hirundo.jpa.membership.MembershipWrites;
import org.hirundo.jpa.receipt.ReceiptWrites;
import org.hirundo.jpa.room.RoomWrites;
import org.hirundo.jpa.session.DeviceRemoval;
import org.hirundo.jpa.todevice.ToDeviceWrites;

/** Gathers the rows of one transaction, so that each table is written once, whatever the number of changes. */
final class CommitWrites {

    private final Transaction transaction;
    private final RoomWrites rooms = new RoomWrites();
    private final EventWrites events = new EventWrites();
    private final MembershipWrites memberships = new MembershipWrites();
    private final ClientTransactionWrites clientTransactions = new ClientTransactionWrites();
    private final AccountDataWrites accountData = new AccountDataWrites();
    private final ReceiptWrites receipts = new ReceiptWrites();
    private final ToDeviceWrites toDevice = new ToDeviceWrites();
    private final DeviceKeyWrites deviceKeys = new DeviceKeyWrites();

    CommitWrites(Transaction transaction) {
        this.transaction = transaction;
    }

    void add(DurableChange change, Committed place) {
        long first = place.first().value();
        clientTransactions.add(change);
        switch (change) {
            case RoomCommit commit -> {
                rooms.add(commit, place.last().value());
                events.add(commit, first);
                memberships.add(commit, first);
            }
            case AccountDataChange data -> accountData.add(data, first);
            case ReceiptChange receipt -> receipts.add(receipt, first);
            case ToDeviceSend send -> toDevice.add(send, first);
            case DeviceKeysChange keys -> deviceKeys.add(keys, first);
            case DevicesRemoved removed -> remove(removed, first);
        }
    }

    /** What was written before for the devices must be there to be removed, and what comes later must stay. */
    private void remove(DevicesRemoved removed, long position) {
        flush();
        DeviceRemoval.remove(transaction, removed);
        DeviceKeyWrites.remove(transaction, removed);
        ToDeviceWrites.remove(transaction, removed);
        ClientTransactionWrites.remove(transaction, removed);
        deviceKeys.add(removed, position);
    }

    void flush() {
        rooms.flush(transaction);
        events.flush(transaction);
        memberships.flush(transaction);
        clientTransactions.flush(transaction);
        accountData.flush(transaction);
        receipts.flush(transaction);
        toDevice.flush(transaction);
        deviceKeys.flush(transaction);
    }
}
