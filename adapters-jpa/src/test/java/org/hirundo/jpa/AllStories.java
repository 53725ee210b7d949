package org.hirundo.jpa;

import java.util.Map;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.story.AccountDataStory;
import org.hirundo.contract.story.AccountStory;
import org.hirundo.contract.story.CallsStory;
import org.hirundo.contract.story.CrossSigningStory;
import org.hirundo.contract.story.DehydratedDeviceStory;
import org.hirundo.contract.story.DeviceStory;
import org.hirundo.contract.story.FallbackStory;
import org.hirundo.contract.story.HotCallsStory;
import org.hirundo.contract.story.HotCallsStory.HotCall;
import org.hirundo.contract.story.InteractiveAuthStory;
import org.hirundo.contract.story.JwtLoginStory;
import org.hirundo.contract.story.KeptMediaStory;
import org.hirundo.contract.story.KeyBackupStory;
import org.hirundo.contract.story.KeysStory;
import org.hirundo.contract.story.LoginTokenStory;
import org.hirundo.contract.story.MailPusherStory;
import org.hirundo.contract.story.MediaStory;
import org.hirundo.contract.story.NotificationsStory;
import org.hirundo.contract.story.PresenceStory;
import org.hirundo.contract.story.PreviewStory;
import org.hirundo.contract.story.ProfileStory;
import org.hirundo.contract.story.PushRulesStory;
import org.hirundo.contract.story.PusherStory;
import org.hirundo.contract.story.RegistrationStory;
import org.hirundo.contract.story.RegistrationTokenStory;
import org.hirundo.contract.story.RendezvousStory;
import org.hirundo.contract.story.ReportStory;
import org.hirundo.contract.story.RoundTripsStory;
import org.hirundo.contract.story.ServiceIdentityStory;
import org.hirundo.contract.story.ServiceKeysStory;
import org.hirundo.contract.story.ServiceQueryStory;
import org.hirundo.contract.story.ServiceTransactionStory;
import org.hirundo.contract.story.SessionStory;
import org.hirundo.contract.story.StickyEventsStory;
import org.hirundo.contract.story.ThreepidStory;
import org.hirundo.contract.story.ToDeviceStory;
import org.hirundo.contract.story.Traffic;
import org.hirundo.contract.story.Traffic.Cost;
import org.junit.jupiter.api.Nested;

/** All contracts and all stories on one storage: those of rooms, and here those of people, devices, services and costs. */
abstract class AllStories extends RoomStories {

    /** What the hot calls cost. */
    abstract Map<HotCall, Cost> costs();

    @Nested
    class HotCalls extends HotCallsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }

        @Override
        protected Traffic traffic() {
            return shared().traffic();
        }

        @Override
        protected Map<HotCall, Cost> costs() {
            return AllStories.this.costs();
        }
    }

    @Nested
    class RegistrationTokens extends RegistrationTokenStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class Fallback extends FallbackStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class Threepids extends ThreepidStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class JwtLogin extends JwtLoginStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class DehydratedDeviceStories extends DehydratedDeviceStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class RoundTripsStories extends RoundTripsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class AccountStories extends AccountStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class AccountDataStories extends AccountDataStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class CrossSigningStories extends CrossSigningStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class DeviceStories extends DeviceStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class InteractiveAuthStories extends InteractiveAuthStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class KeyBackupStories extends KeyBackupStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class KeysStories extends KeysStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class MediaStories extends MediaStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class KeptMediaStories extends KeptMediaStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ProfileStories extends ProfileStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class PushRulesStories extends PushRulesStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class RegistrationStories extends RegistrationStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class SessionStories extends SessionStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ToDeviceStories extends ToDeviceStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class Presence extends PresenceStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class NotificationsStories extends NotificationsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class MailPusherStories extends MailPusherStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class StickyEventsStories extends StickyEventsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ServiceKeysStories extends ServiceKeysStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class PusherStories extends PusherStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ReportStories extends ReportStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class LoginTokenStories extends LoginTokenStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ServiceTransactionStories extends ServiceTransactionStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ServiceQueryStories extends ServiceQueryStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class ServiceIdentityStories extends ServiceIdentityStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class CallsStories extends CallsStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class PreviewStories extends PreviewStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }

    @Nested
    class RendezvousStories extends RendezvousStory {
        @Override
        protected Storage storage() {
            return shared().storage();
        }
    }
}
