//! Somebody with a device: what people do in a chat, with matrix-sdk and the sliding sync that Element X uses.

use std::{future::Future, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use matrix_sdk::{
    Client, Room, RoomMemberships, RoomState,
    attachment::AttachmentConfig,
    encryption::{BackupDownloadStrategy, EncryptionSettings, recovery::RecoveryState},
    media::{MediaFormat, MediaRequestParameters},
    ruma::{
        EventId, OwnedEventId, OwnedRoomId, OwnedUserId, RoomId, UserId,
        api::client::{
            account::register,
            receipt::create_receipt::v3::ReceiptType,
            room::create_room,
            uiaa::{AuthData, Dummy},
        },
        assign,
        events::{
            InitialStateEvent,
            receipt::{ReceiptThread, ReceiptType as EventReceiptType, SyncReceiptEvent},
            room::{
                encryption::RoomEncryptionEventContent,
                message::{MessageType, OriginalSyncRoomMessageEvent, RoomMessageEventContent},
            },
            typing::SyncTypingEvent,
        },
    },
    sliding_sync::VersionBuilder,
};
use matrix_sdk_ui::sync_service::SyncService;
use tokio::{sync::watch, time};

/// How long anything may take, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

const PASSWORD: &str = "a-long-password";

/// What reaches a device by itself.
#[derive(Clone, Debug)]
enum Seen {
    Message(Box<OriginalSyncRoomMessageEvent>),
    Typing(Vec<OwnedUserId>),
    Receipts(SyncReceiptEvent),
}

pub struct Person {
    pub id: OwnedUserId,
    client: Client,
    sync: SyncService,
    seen: watch::Receiver<Vec<Seen>>,
}

impl Person {
    pub async fn register(address: &str, name: &str) -> Result<Self> {
        let client = client(address).await?;
        let request = assign!(register::v3::Request::new(), {
            username: Some(name.to_owned()),
            password: Some(PASSWORD.to_owned()),
            auth: Some(AuthData::Dummy(Dummy::new())),
        });
        client.matrix_auth().register(request).await?;
        Self::on(client).await
    }

    /// The same person on a device that knows nothing yet.
    pub async fn on_another_device(&self, address: &str) -> Result<Self> {
        let client = client(address).await?;
        client
            .matrix_auth()
            .login_username(&self.id, PASSWORD)
            .await?;
        Self::on(client).await
    }

    async fn on(client: Client) -> Result<Self> {
        let seen = listen(&client);
        let sync = SyncService::builder(client.clone()).build().await?;
        sync.start().await;
        client
            .encryption()
            .wait_for_e2ee_initialization_tasks()
            .await;
        Ok(Self {
            id: client.user_id().context("nobody is logged in")?.to_owned(),
            client,
            sync,
            seen,
        })
    }

    pub async fn close(self) {
        self.sync.stop().await;
    }

    /// Makes an encrypted room, and invites somebody.
    pub async fn create_encrypted_room(&self, invited: &UserId) -> Result<OwnedRoomId> {
        let encryption = InitialStateEvent::with_empty_state_key(
            RoomEncryptionEventContent::with_recommended_defaults(),
        );
        let request = assign!(create_room::v3::Request::new(), {
            name: Some("Swallows".to_owned()),
            preset: Some(create_room::v3::RoomPreset::PrivateChat),
            invite: vec![invited.to_owned()],
            initial_state: vec![encryption.to_raw_any()],
        });
        let id = self.client.create_room(request).await?.room_id().to_owned();
        self.opens(&id).await?;
        Ok(id)
    }

    pub async fn accepts_invite(&self, room: &RoomId) -> Result<()> {
        self.until("the invitation", || async {
            Ok(self
                .client
                .get_room(room)
                .filter(|r| r.state() == RoomState::Invited))
        })
        .await?
        .join()
        .await?;
        self.opens(room).await
    }

    /// As Element X does when a room is looked at: from now on it is told more of it.
    pub async fn opens(&self, id: &RoomId) -> Result<()> {
        let room = self
            .until("the room", || async {
                Ok(self
                    .client
                    .get_room(id)
                    .filter(|r| r.state() == RoomState::Joined))
            })
            .await?;
        self.sync
            .room_list_service()
            .subscribe_to_rooms(&[id])
            .await;
        self.until("the encryption of the room", || async {
            Ok(room
                .latest_encryption_state()
                .await?
                .is_encrypted()
                .then_some(()))
        })
        .await
    }

    pub async fn sees_member(&self, room: &RoomId, user: &UserId) -> Result<()> {
        let room = self.room(room)?;
        self.until("the member", || async {
            let members = room.members_no_sync(RoomMemberships::JOIN).await?;
            Ok(members
                .iter()
                .any(|member| member.user_id() == user)
                .then_some(()))
        })
        .await
    }

    pub async fn says(&self, room: &RoomId, text: &str) -> Result<OwnedEventId> {
        Ok(self
            .room(room)?
            .send(RoomMessageEventContent::text_plain(text))
            .await?
            .response
            .event_id)
    }

    pub async fn hears(&self, text: &str) -> Result<OwnedEventId> {
        self.sees("the message", |seen| match seen {
            Seen::Message(message) if message.content.body() == text => {
                Some(message.event_id.clone())
            }
            _ => None,
        })
        .await
    }

    pub async fn types(&self, room: &RoomId, typing: bool) -> Result<()> {
        Ok(self.room(room)?.typing_notice(typing).await?)
    }

    pub async fn sees_typing(&self, user: &UserId) -> Result<()> {
        self.sees("typing", |seen| match seen {
            Seen::Typing(users) => users.iter().any(|each| each == user).then_some(()),
            _ => None,
        })
        .await
    }

    pub async fn reads(&self, room: &RoomId, event: &EventId) -> Result<()> {
        let room = self.room(room)?;
        Ok(room
            .send_single_receipt(
                ReceiptType::Read,
                ReceiptThread::Unthreaded,
                event.to_owned(),
            )
            .await?)
    }

    pub async fn sees_receipt(&self, event: &EventId, user: &UserId) -> Result<()> {
        self.sees("the receipt", |seen| match seen {
            Seen::Receipts(receipts) => receipts
                .content
                .user_receipt(user, EventReceiptType::Read)
                .filter(|read| read.0 == event)
                .map(|_| ()),
            _ => None,
        })
        .await
    }

    pub async fn sends_file(&self, room: &RoomId, name: &str, content: &[u8]) -> Result<()> {
        let kind = "text/plain".parse()?;
        self.room(room)?
            .send_attachment(name, &kind, content.to_vec(), AttachmentConfig::new())
            .await?;
        Ok(())
    }

    pub async fn receives_file(&self, name: &str) -> Result<Vec<u8>> {
        let source = self
            .sees("the file", |seen| match seen {
                Seen::Message(message) => match &message.content.msgtype {
                    MessageType::File(file) if file.body == name => Some(file.source.clone()),
                    _ => None,
                },
                _ => None,
            })
            .await?;
        let request = MediaRequestParameters {
            source,
            format: MediaFormat::File,
        };
        Ok(self
            .client
            .media()
            .get_media_content(&request, false)
            .await?)
    }

    /// Sets up secret storage and a key backup; answers the recovery key.
    pub async fn sets_up_recovery(&self) -> Result<String> {
        let key = self
            .client
            .encryption()
            .recovery()
            .enable()
            .wait_for_backups_to_upload()
            .await?;
        ensure!(
            self.client.encryption().recovery().state() == RecoveryState::Enabled,
            "recovery is not enabled"
        );
        Ok(key)
    }

    pub async fn keys_are_backed_up(&self) -> Result<()> {
        time::timeout(
            PATIENCE,
            self.client.encryption().backups().wait_for_steady_state(),
        )
        .await??;
        Ok(())
    }

    pub async fn recovers(&self, key: &str) -> Result<()> {
        Ok(self.client.encryption().recovery().recover(key).await?)
    }

    /// Reads a message that was said before the device was there.
    pub async fn reads_back(&self, room: &RoomId, event: &EventId) -> Result<String> {
        let room = self.room(room)?;
        self.until("the decrypted message", || async {
            let event = room.event(event, None).await?;
            if event.kind.is_utd() {
                return Ok(None);
            }
            let message: OriginalSyncRoomMessageEvent = event.raw().deserialize_as_unchecked()?;
            Ok(Some(message.content.body().to_owned()))
        })
        .await
    }

    fn room(&self, room: &RoomId) -> Result<Room> {
        self.client.get_room(room).context("the room is not known")
    }

    /// Looks again and again, for what no event tells.
    async fn until<T, F: Future<Output = Result<Option<T>>>>(
        &self,
        what: &str,
        look: impl Fn() -> F,
    ) -> Result<T> {
        let end = time::Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            if time::Instant::now() > end {
                bail!("{what} has not come, {}", self.sync_state());
            }
            time::sleep(Duration::from_millis(100)).await;
        }
    }

    fn sync_state(&self) -> String {
        format!(
            "and the sync of {} is {:?}",
            self.id,
            self.sync.state().get()
        )
    }

    async fn sees<T>(&self, what: &str, wanted: impl Fn(&Seen) -> Option<T>) -> Result<T> {
        let mut seen = self.seen.clone();
        let found = time::timeout(
            PATIENCE,
            seen.wait_for(|all| all.iter().any(|each| wanted(each).is_some())),
        )
        .await;
        let all =
            found.with_context(|| format!("{what} was not seen, {}", self.sync_state()))??;
        all.iter().find_map(wanted).context("what was seen is gone")
    }
}

async fn client(address: &str) -> Result<Client> {
    let settings = EncryptionSettings {
        auto_enable_cross_signing: true,
        auto_enable_backups: false,
        backup_download_strategy: BackupDownloadStrategy::OneShot,
    };
    let builder = Client::builder()
        .homeserver_url(address)
        .sliding_sync_version_builder(VersionBuilder::DiscoverNative)
        .with_encryption_settings(settings);
    Ok(builder.build().await?)
}

fn listen(client: &Client) -> watch::Receiver<Vec<Seen>> {
    let (sender, receiver) = watch::channel(Vec::new());
    let messages = sender.clone();
    client.add_event_handler(move |event: OriginalSyncRoomMessageEvent| {
        messages.send_modify(|all| all.push(Seen::Message(Box::new(event))));
        std::future::ready(())
    });
    let typing = sender.clone();
    client.add_event_handler(move |event: SyncTypingEvent| {
        typing.send_modify(|all| all.push(Seen::Typing(event.content.user_ids)));
        std::future::ready(())
    });
    client.add_event_handler(move |event: SyncReceiptEvent| {
        sender.send_modify(|all| all.push(Seen::Receipts(event)));
        std::future::ready(())
    });
    receiver
}
