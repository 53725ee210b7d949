package org.hirundo.jpa;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.story.CreatingRoomsStory;
import org.hirundo.contract.story.DelayedEventsStory;
import org.hirundo.contract.story.DirectoryStory;
import org.hirundo.contract.story.EventStreamStory;
import org.hirundo.contract.story.FindingByTimeStory;
import org.hirundo.contract.story.FollowingStory;
import org.hirundo.contract.story.ForkedRoomStory;
import org.hirundo.contract.story.HistoryVisibilityStory;
import org.hirundo.contract.story.InvitePermissionStory;
import org.hirundo.contract.story.LazyLoadingStory;
import org.hirundo.contract.story.MembershipStory;
import org.hirundo.contract.story.OwnedStateStory;
import org.hirundo.contract.story.ReadingStory;
import org.hirundo.contract.story.ReceiptStory;
import org.hirundo.contract.story.RedactionStory;
import org.hirundo.contract.story.RelationsStory;
import org.hirundo.contract.story.RoomUpgradeStory;
import org.hirundo.contract.story.RoomVersionStory;
import org.hirundo.contract.story.SearchStory;
import org.hirundo.contract.story.SendingStory;
import org.hirundo.contract.story.ServerNoticesStory;
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
import org.hirundo.contract.story.TroubleStory;
import org.hirundo.contract.story.TypingStory;
import org.hirundo.contract.story.UnreadCountsStory;
import org.junit.jupiter.api.Nested;

/** All contracts, and the stories of rooms: what is said in them, and who is told of it. */
abstract class RoomStories extends AllContracts {

    @Nested
    class ServerNotices extends ServerNoticesStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class Relations extends RelationsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class CreatingRoomsStories extends CreatingRoomsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class DirectoryStories extends DirectoryStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class HistoryVisibilityStories extends HistoryVisibilityStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class InvitePermissionStories extends InvitePermissionStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class OwnedStateStories extends OwnedStateStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ThirdPartyInviteStories extends ThirdPartyInviteStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class EventStreamStories extends EventStreamStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class MembershipStories extends MembershipStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ReadingStories extends ReadingStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class RedactionStories extends RedactionStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class RoomVersionStories extends RoomVersionStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ForkedRoomStories extends ForkedRoomStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SendingStories extends SendingStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class TroubleStories extends TroubleStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class LazyLoading extends LazyLoadingStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class Receipt extends ReceiptStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SyncAccountData extends SyncAccountDataStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SyncDevices extends SyncDevicesStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SyncFilter extends SyncFilterStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SyncMembership extends SyncMembershipStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SyncTimeline extends SyncTimelineStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SyncWaiting extends SyncWaitingStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SlidingExtensions extends SlidingExtensionsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SlidingLists extends SlidingListsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SlidingRooms extends SlidingRoomsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class Typing extends TypingStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class UnreadCounts extends UnreadCountsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class FollowingStories extends FollowingStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SearchStories extends SearchStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class RoomUpgradeStories extends RoomUpgradeStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SpaceStories extends SpaceStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class FindingByTimeStories extends FindingByTimeStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class DelayedEventsStories extends DelayedEventsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ThreadSubscriptionsStories extends ThreadSubscriptionsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }
}
