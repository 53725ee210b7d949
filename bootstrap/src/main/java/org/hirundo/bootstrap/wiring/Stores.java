package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hirundo.application.cache.EventCache;
import org.hirundo.application.cache.MembershipCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.media.MediaStore;
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
import org.hirundo.application.stream.Stream;

/** Hands out the stores of the storage, those that are asked again and again with a cache before them. */
@Singleton
public final class Stores {

    @Produces
    @Singleton
    StreamStore stream(Storage storage) {
        return storage.stream();
    }

    @Produces
    @Singleton
    AppserviceStore appservices(Storage storage) {
        return storage.appservices();
    }

    @Produces
    @Singleton
    RoomStore rooms(Storage storage) {
        return storage.rooms();
    }

    @Produces
    @Singleton
    EventCache events(Storage storage, Stream stream, MemoryBudget budget) {
        var cache = new EventCache(storage.events(), stream.position(), budget);
        stream.listen(cache);
        return cache;
    }

    @Produces
    @Singleton
    RelationStore relations(Storage storage) {
        return storage.relations();
    }

    @Produces
    @Singleton
    MembershipCache memberships(Storage storage, Stream stream, MemoryBudget budget) {
        var cache = new MembershipCache(storage.memberships(), budget);
        stream.listen(cache);
        return cache;
    }

    @Produces
    @Singleton
    States states(Storage storage, Stream stream, MemoryBudget budget) {
        var states = new States(storage.rooms(), budget);
        stream.listen(states);
        return states;
    }

    @Produces
    @Singleton
    DirectoryStore directory(Storage storage) {
        return storage.directory();
    }

    @Produces
    @Singleton
    AccountStore accounts(Storage storage) {
        return storage.accounts();
    }

    @Produces
    @Singleton
    SessionStore sessions(Storage storage) {
        return storage.sessions();
    }

    @Produces
    @Singleton
    UiaStore uia(Storage storage) {
        return storage.uia();
    }

    @Produces
    @Singleton
    DeviceKeyStore deviceKeys(Storage storage) {
        return storage.deviceKeys();
    }

    @Produces
    @Singleton
    OneTimeKeyStore oneTimeKeys(Storage storage) {
        return storage.oneTimeKeys();
    }

    @Produces
    @Singleton
    KeyBackupStore keyBackups(Storage storage) {
        return storage.keyBackups();
    }

    @Produces
    @Singleton
    ToDeviceStore toDevice(Storage storage) {
        return storage.toDevice();
    }

    @Produces
    @Singleton
    AccountDataStore accountData(Storage storage) {
        return storage.accountData();
    }

    @Produces
    @Singleton
    ProfileStore profiles(Storage storage) {
        return storage.profiles();
    }

    @Produces
    @Singleton
    ReceiptStore receipts(Storage storage) {
        return storage.receipts();
    }

    @Produces
    @Singleton
    FilterStore filters(Storage storage) {
        return storage.filters();
    }

    @Produces
    @Singleton
    MediaStore media(Storage storage) {
        return storage.media();
    }

    @Produces
    @Singleton
    PreviewStore previews(Storage storage) {
        return storage.previews();
    }

    @Produces
    @Singleton
    FollowerStore followers(Storage storage) {
        return storage.followers();
    }

    @Produces
    @Singleton
    ReportStore reports(Storage storage) {
        return storage.reports();
    }

    @Produces
    @Singleton
    SearchStore search(Storage storage) {
        return storage.search();
    }

    @Produces
    @Singleton
    PushStore push(Storage storage) {
        return storage.push();
    }

    @Produces
    @Singleton
    RegistrationTokenStore registrationTokens(Storage storage) {
        return storage.registrationTokens();
    }

    @Produces
    @Singleton
    ThreepidStore threepids(Storage storage) {
        return storage.threepids();
    }

    @Produces
    @Singleton
    ValidationStore validations(Storage storage) {
        return storage.validations();
    }

    @Produces
    @Singleton
    LoginTokenStore loginTokens(Storage storage) {
        return storage.loginTokens();
    }

    @Produces
    @Singleton
    DelayedEventStore delayedEvents(Storage storage) {
        return storage.delayedEvents();
    }

    @Produces
    @Singleton
    DehydratedDeviceStore dehydratedDevices(Storage storage) {
        return storage.dehydratedDevices();
    }

    @Produces
    @Singleton
    ThreadSubscriptionStore threadSubscriptions(Storage storage) {
        return storage.threadSubscriptions();
    }
}
