package org.hirundo.application.port;

import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.preview.PreviewStore;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.port.uia.UiaStore;

/**
 * Every store of one storage: the checklist of a new adapter.
 *
 * @param release lets go of connections and files; called once, after the last call of any store has returned
 */
public record Storage(
        StreamStore stream,
        RoomStore rooms,
        EventStore events,
        RelationStore relations,
        MembershipStore memberships,
        DirectoryStore directory,
        AccountStore accounts,
        SessionStore sessions,
        UiaStore uia,
        DeviceKeyStore deviceKeys,
        OneTimeKeyStore oneTimeKeys,
        DehydratedDeviceStore dehydratedDevices,
        KeyBackupStore keyBackups,
        ToDeviceStore toDevice,
        AccountDataStore accountData,
        ProfileStore profiles,
        ReceiptStore receipts,
        FilterStore filters,
        MediaStore media,
        PreviewStore previews,
        FollowerStore followers,
        SearchStore search,
        PushStore push,
        ReportStore reports,
        LoginTokenStore loginTokens,
        DelayedEventStore delayedEvents,
        RegistrationTokenStore registrationTokens,
        ThreadSubscriptionStore threadSubscriptions,
        ThreepidStore threepids,
        ValidationStore validations,
        AppserviceStore appservices,
        Runnable release)
        implements AutoCloseable {

    @Override
    public void close() {
        release.run();
    }
}
