package org.hirundo.jpa;

import java.sql.SQLException;
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
import org.hirundo.contract.event.StickyEventsContract;
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

/** All contracts of ports on one storage: a database and a provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AllContracts {

    private TestStorage shared;

    /** Opens the storage. */
    abstract TestStorage open();

    final TestStorage shared() {
        return shared;
    }

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
    class RelationStore extends RelationStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
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
    class DehydratedDeviceStore extends DehydratedDeviceStoreContract {
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
    class StickyEvents extends StickyEventsContract {
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
    class PushStore extends PushStoreContract {
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
    class ThreadSubscriptionStore extends ThreadSubscriptionStoreContract {
        @Override
        protected Storage storage() {
            return shared.storage();
        }
    }
}
