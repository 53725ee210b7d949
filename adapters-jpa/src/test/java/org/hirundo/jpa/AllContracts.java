package org.hirundo.jpa;

import java.sql.SQLException;
import java.util.Map;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.account.AccountStoreContract;
import org.hirundo.contract.account.RegistrationTokenStoreContract;
import org.hirundo.contract.accountdata.AccountDataStoreContract;
import org.hirundo.contract.appservice.AppserviceStoreContract;
import org.hirundo.contract.backup.KeyBackupStoreContract;
import org.hirundo.contract.delayed.DelayedEventStoreContract;
import org.hirundo.contract.directory.DirectoryStoreContract;
import org.hirundo.contract.event.EventOrderContract;
import org.hirundo.contract.event.EventStoreContract;
import org.hirundo.contract.filter.FilterStoreContract;
import org.hirundo.contract.key.DehydratedDeviceStoreContract;
import org.hirundo.contract.key.DeviceKeyStoreContract;
import org.hirundo.contract.key.OneTimeKeyStoreContract;
import org.hirundo.contract.login.LoginTokenStoreContract;
import org.hirundo.contract.media.MediaStoreContract;
import org.hirundo.contract.membership.MembershipStoreContract;
import org.hirundo.contract.preview.PreviewStoreContract;
import org.hirundo.contract.profile.ProfileStoreContract;
import org.hirundo.contract.push.PushStoreContract;
import org.hirundo.contract.receipt.ReceiptStoreContract;
import org.hirundo.contract.relation.RelationStoreContract;
import org.hirundo.contract.report.ReportStoreContract;
import org.hirundo.contract.room.RoomStoreContract;
import org.hirundo.contract.search.SearchStoreContract;
import org.hirundo.contract.session.SessionStoreContract;
import org.hirundo.contract.session.TokenExchangeContract;
import org.hirundo.contract.story.AccountDataStory;
import org.hirundo.contract.story.AccountStory;
import org.hirundo.contract.story.CallsStory;
import org.hirundo.contract.story.CreatingRoomsStory;
import org.hirundo.contract.story.CrossSigningStory;
import org.hirundo.contract.story.DehydratedDeviceStory;
import org.hirundo.contract.story.DelayedEventsStory;
import org.hirundo.contract.story.DeviceStory;
import org.hirundo.contract.story.DirectoryStory;
import org.hirundo.contract.story.EventStreamStory;
import org.hirundo.contract.story.FallbackStory;
import org.hirundo.contract.story.FindingByTimeStory;
import org.hirundo.contract.story.FollowingStory;
import org.hirundo.contract.story.ForkedRoomStory;
import org.hirundo.contract.story.HistoryVisibilityStory;
import org.hirundo.contract.story.HotCallsStory;
import org.hirundo.contract.story.HotCallsStory.HotCall;
import org.hirundo.contract.story.InteractiveAuthStory;
import org.hirundo.contract.story.InvitePermissionStory;
import org.hirundo.contract.story.JwtLoginStory;
import org.hirundo.contract.story.KeyBackupStory;
import org.hirundo.contract.story.KeysStory;
import org.hirundo.contract.story.LazyLoadingStory;
import org.hirundo.contract.story.LoginTokenStory;
import org.hirundo.contract.story.MediaStory;
import org.hirundo.contract.story.MembershipStory;
import org.hirundo.contract.story.NotificationsStory;
import org.hirundo.contract.story.OwnedStateStory;
import org.hirundo.contract.story.PresenceStory;
import org.hirundo.contract.story.PreviewStory;
import org.hirundo.contract.story.ProfileStory;
import org.hirundo.contract.story.PushRulesStory;
import org.hirundo.contract.story.PusherStory;
import org.hirundo.contract.story.ReadingStory;
import org.hirundo.contract.story.ReceiptStory;
import org.hirundo.contract.story.RedactionStory;
import org.hirundo.contract.story.RegistrationStory;
import org.hirundo.contract.story.RegistrationTokenStory;
import org.hirundo.contract.story.RelationsStory;
import org.hirundo.contract.story.RendezvousStory;
import org.hirundo.contract.story.ReportStory;
import org.hirundo.contract.story.RoomUpgradeStory;
import org.hirundo.contract.story.RoomVersionStory;
import org.hirundo.contract.story.RoundTripsStory;
import org.hirundo.contract.story.SearchStory;
import org.hirundo.contract.story.SendingStory;
import org.hirundo.contract.story.ServerNoticesStory;
import org.hirundo.contract.story.ServiceIdentityStory;
import org.hirundo.contract.story.ServiceQueryStory;
import org.hirundo.contract.story.ServiceTransactionStory;
import org.hirundo.contract.story.SessionStory;
import org.hirundo.contract.story.SlidingExtensionsStory;
import org.hirundo.contract.story.SlidingListsStory;
import org.hirundo.contract.story.SlidingRoomsStory;
import org.hirundo.contract.story.SpaceStory;
import org.hirundo.contract.story.SyncAccountDataStory;
import org.hirundo.contract.story.SyncDevicesStory;
import org.hirundo.contract.story.SyncFilterStory;
import org.hirundo.contract.story.SyncMembershipStory;
import org.hirundo.contract.story.SyncTimelineStory;
import org.hirundo.contract.story.SyncWaitingStory;
import org.hirundo.contract.story.ThirdPartyInviteStory;
import org.hirundo.contract.story.ThreadSubscriptionsStory;
import org.hirundo.contract.story.ThreepidStory;
import org.hirundo.contract.story.ToDeviceStory;
import org.hirundo.contract.story.Traffic;
import org.hirundo.contract.story.Traffic.Cost;
import org.hirundo.contract.story.TroubleStory;
import org.hirundo.contract.story.TypingStory;
import org.hirundo.contract.story.UnreadCountsStory;
import org.hirundo.contract.stream.FollowerStoreContract;
import org.hirundo.contract.stream.LeftOutContract;
import org.hirundo.contract.stream.StreamStoreContract;
import org.hirundo.contract.thread.ThreadSubscriptionStoreContract;
import org.hirundo.contract.threepid.ThreepidStoreContract;
import org.hirundo.contract.threepid.ValidationStoreContract;
import org.hirundo.contract.todevice.ToDeviceStoreContract;
import org.hirundo.contract.uia.UiaStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** All contracts on one storage: a database and a provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AllContracts {

    private TestStorage shared;

    /** Opens the storage. */
    abstract TestStorage open();

    /** What the hot calls cost. */
    abstract Map<HotCall, Cost> costs();

    @BeforeAll
    final void openShared() {
        shared = open();
    }

    @AfterAll
    final void closeShared() throws SQLException {
        shared.close();
    }

    @BeforeEach
    final void emptyShared() throws SQLException {
        shared.empty();
    }

    @Nested
    class ServerNotices extends ServerNoticesStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RelationStore extends RelationStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class Relations extends RelationsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class HotCalls extends HotCallsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }

        @Override
        protected Traffic traffic() {
            return shared.traffic();
        }

        @Override
        protected Map<HotCall, Cost> costs() {
            return AllContracts.this.costs();
        }
    }

    @Nested
    class AccountStore extends AccountStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RegistrationTokens extends RegistrationTokenStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class Fallback extends FallbackStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class Threepids extends ThreepidStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ValidationStore extends ValidationStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ThreepidStore extends ThreepidStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class JwtLogin extends JwtLoginStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RegistrationTokenStore extends RegistrationTokenStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class KeyBackupStore extends KeyBackupStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DirectoryStore extends DirectoryStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class FilterStore extends FilterStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DeviceKeyStore extends DeviceKeyStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class OneTimeKeyStore extends OneTimeKeyStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class MediaStore extends MediaStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ProfileStore extends ProfileStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SessionStore extends SessionStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class TokenExchange extends TokenExchangeContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class UiaStore extends UiaStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class CreatingRoomsStories extends CreatingRoomsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DirectoryStories extends DirectoryStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class HistoryVisibilityStories extends HistoryVisibilityStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class InvitePermissionStories extends InvitePermissionStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class OwnedStateStories extends OwnedStateStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DehydratedDeviceStories extends DehydratedDeviceStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DehydratedDeviceStore extends DehydratedDeviceStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ThirdPartyInviteStories extends ThirdPartyInviteStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class EventStreamStories extends EventStreamStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class MembershipStories extends MembershipStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ReadingStories extends ReadingStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RedactionStories extends RedactionStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RoomVersionStories extends RoomVersionStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RoundTripsStories extends RoundTripsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ForkedRoomStories extends ForkedRoomStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SendingStories extends SendingStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class TroubleStories extends TroubleStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ToDeviceStore extends ToDeviceStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class AccountDataStore extends AccountDataStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ReceiptStore extends ReceiptStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class AccountStories extends AccountStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class AccountDataStories extends AccountDataStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class CrossSigningStories extends CrossSigningStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DeviceStories extends DeviceStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class InteractiveAuthStories extends InteractiveAuthStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class KeyBackupStories extends KeyBackupStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class KeysStories extends KeysStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class MediaStories extends MediaStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ProfileStories extends ProfileStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class PushRulesStories extends PushRulesStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RegistrationStories extends RegistrationStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SessionStories extends SessionStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ToDeviceStories extends ToDeviceStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class StreamStore extends StreamStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class LeftOut extends LeftOutContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RoomStore extends RoomStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class EventStore extends EventStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class EventOrder extends EventOrderContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class MembershipStore extends MembershipStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class LazyLoading extends LazyLoadingStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class Presence extends PresenceStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class Receipt extends ReceiptStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SyncAccountData extends SyncAccountDataStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SyncDevices extends SyncDevicesStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SyncFilter extends SyncFilterStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SyncMembership extends SyncMembershipStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SyncTimeline extends SyncTimelineStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SyncWaiting extends SyncWaitingStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SlidingExtensions extends SlidingExtensionsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SlidingLists extends SlidingListsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SlidingRooms extends SlidingRoomsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class Typing extends TypingStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class UnreadCounts extends UnreadCountsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class FollowerStore extends FollowerStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SearchStore extends SearchStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class FollowingStories extends FollowingStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SearchStories extends SearchStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class NotificationsStories extends NotificationsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class PushStore extends PushStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class PusherStories extends PusherStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RoomUpgradeStories extends RoomUpgradeStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class SpaceStories extends SpaceStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class FindingByTimeStories extends FindingByTimeStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ReportStories extends ReportStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class LoginTokenStories extends LoginTokenStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class AppserviceStore extends AppserviceStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ServiceTransactionStories extends ServiceTransactionStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ServiceQueryStories extends ServiceQueryStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ServiceIdentityStories extends ServiceIdentityStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class CallsStories extends CallsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ReportStore extends ReportStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class LoginTokenStore extends LoginTokenStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DelayedEventStore extends DelayedEventStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class PreviewStore extends PreviewStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class DelayedEventsStories extends DelayedEventsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class PreviewStories extends PreviewStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ThreadSubscriptionStore extends ThreadSubscriptionStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class ThreadSubscriptionsStories extends ThreadSubscriptionsStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }

    @Nested
    class RendezvousStories extends RendezvousStory {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }
}
