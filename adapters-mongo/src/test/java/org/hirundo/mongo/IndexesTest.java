package org.hirundo.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.TimePosition;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.application.port.report.ReportStore.ReportPosition;
import org.hirundo.application.port.search.SearchStore.Question;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.testdb.MongoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server's own profile of the reads: what they look through is what they are about, not the collection. */
class IndexesTest {

    private static final int ROOMS = 40;
    private static final int MESSAGES = 40;
    private static final StreamPosition FAR = new StreamPosition(1_000_000);
    private static final RoomId ROOM = Rooms.room("room7");

    private static final RoomId TALK = Rooms.room("talk");
    private static final int REPLIES = 10;

    private static Storage storage;
    private static EventId threadRoot = new EventId("$none");
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void fill() {
        var name = MongoServer.shared().newDatabaseName();
        storage = MongoStorage.open(new MongoConfig(MongoServer.shared().uri(), name));
        client = MongoClients.create(MongoServer.shared().uri());
        database = client.getDatabase(name);
        var changes = new ArrayList<DurableChange>();
        for (int number = 0; number < ROOMS; number++) {
            var room = new GrowingRoom(Rooms.room("room" + number));
            changes.add(room.commit(room.join(Users.ALICE), room.join(Users.user("user" + number))));
            for (int message = 0; message < MESSAGES; message++) {
                changes.add(room.commit(room.message(Users.ALICE, Contents.numbered(message))));
            }
        }
        var talk = new GrowingRoom(TALK);
        changes.add(talk.commit(talk.join(Users.ALICE)));
        var root = talk.message(Users.ALICE, Contents.numbered(0));
        changes.add(talk.commit(root));
        var reply = JsonObject.of(
                "m.relates_to",
                JsonObject.of("rel_type", "m.thread").with("event_id", root.id().value()));
        for (int message = 0; message < MESSAGES; message++) {
            changes.add(talk.commit(talk.message(Users.BOB, message < REPLIES ? reply : Contents.numbered(message))));
        }
        threadRoot = root.id();
        storage.stream().commit(changes);
        for (var user : Users.many(ROOMS)) {
            var key = new OneTimeKey(new KeyId("signed_curve25519", "A"), new JsonString("key"));
            storage.oneTimeKeys().add(user, Devices.PHONE, List.of(key), List.of());
        }
    }

    @AfterAll
    static void close() {
        database.drop();
        client.close();
        storage.close();
    }

    /** What the server did for the reads: for each the plan and how many documents and keys it looked at. */
    private static List<Document> profile(Runnable reads) {
        database.runCommand(new Document("profile", 2));
        reads.run();
        database.runCommand(new Document("profile", 0));
        var profile = database.getCollection("system.profile");
        var entries = profile.find(new Document(
                        "ns", new Document("$ne", profile.getNamespace().getFullName())))
                .into(new ArrayList<>());
        profile.drop();
        return entries;
    }

    private static void assertLooksAtNoMoreThan(int limit, Runnable reads) {
        var entries = profile(reads);
        assertThat(entries).isNotEmpty();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(plan(entry)).doesNotContain("COLLSCAN");
            assertThat(entry.getInteger("docsExamined", 0)).as(plan(entry)).isLessThanOrEqualTo(limit);
            assertThat(entry.getInteger("keysExamined", 0)).as(plan(entry)).isLessThanOrEqualTo(limit + 1);
        });
    }

    /** The server's summary of how it did a command; one that only asks other commands has none. */
    private static String plan(Document entry) {
        return entry.getString("ns") + ": " + entry.get("planSummary");
    }

    @Test
    void a_timeline_looks_at_the_events_it_gives() {
        var ranges = new HashMap<RoomId, TimelineRange>();
        for (int number = 0; number < 10; number++) {
            ranges.put(Rooms.room("room" + number), new TimelineRange(StreamPosition.START, FAR, 5));
        }

        assertLooksAtNoMoreThan(
                10 * 5, () -> assertThat(storage.events().timelines(ranges)).hasSize(10));
    }

    @Test
    void relations_look_at_the_children_of_the_event() {
        var end = new GraphPosition(Long.MAX_VALUE, FAR);
        var viewer = new RelationViewer(Users.ALICE, Set.of(), FAR);
        var root = storage.events().events(Set.of(threadRoot)).values();
        var range = new RelationRange(TALK, threadRoot, 1, Optional.empty(), Optional.empty(), true, end, 5);

        assertLooksAtNoMoreThan(
                REPLIES, () -> assertThat(storage.relations().related(range)).hasSize(5));
        assertLooksAtNoMoreThan(REPLIES, () -> assertThat(storage.relations().summaries(root, viewer))
                .hasSize(1));
        assertLooksAtNoMoreThan(REPLIES, () -> assertThat(storage.relations().threads(TALK, end, viewer, 5))
                .hasSize(1));
    }

    @Test
    void the_state_at_a_position_looks_at_one_event_of_each_room() {
        var positions = Map.of(ROOM, FAR, Rooms.room("room8"), FAR);

        assertLooksAtNoMoreThan(
                2, () -> assertThat(storage.rooms().statesAt(positions)).hasSize(2));
    }

    @Test
    void a_page_of_graph_order_looks_at_the_events_it_gives() {
        var end = storage.events().graphPositionAfter(ROOM, FAR).orElseThrow();
        var middle =
                storage.events().backwards(ROOM, end, MESSAGES / 2).getLast().graphPosition();

        assertLooksAtNoMoreThan(5, () -> storage.events().backwards(ROOM, middle, 5));
        assertLooksAtNoMoreThan(5, () -> storage.events().forwards(ROOM, middle, 5));
        assertLooksAtNoMoreThan(1, () -> storage.events().graphPositionAfter(ROOM, FAR));
    }

    @Test
    void who_is_joined_is_read_from_the_index_alone() {
        var entries = profile(() -> storage.memberships().joinedTo(Set.of(ROOM, Rooms.room("room8"))));

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.getInteger("docsExamined")).isZero();
            assertThat(entry.getInteger("keysExamined")).isLessThanOrEqualTo(6);
        });
    }

    @Test
    void memberships_are_found_by_room_and_by_user() {
        assertLooksAtNoMoreThan(2, () -> storage.memberships().membersOf(ROOM));
        assertLooksAtNoMoreThan(1, () -> storage.memberships().roomsOf(Users.user("user7")));
        assertLooksAtNoMoreThan(1, () -> storage.memberships().find(ROOM, Users.ALICE));
    }

    @Test
    void a_claim_looks_at_the_key_it_takes() {
        var claims = Set.of(
                new Claim(Users.user("user1"), Devices.PHONE, "signed_curve25519"),
                new Claim(Users.user("user2"), Devices.PHONE, "signed_curve25519"));

        assertLooksAtNoMoreThan(
                2, () -> assertThat(storage.oneTimeKeys().claim(claims)).hasSize(2));
    }

    @Test
    void no_read_looks_through_a_collection() {
        var alice = Users.ALICE;
        DeviceId phone = Devices.PHONE;
        var pusher = new Pusher.Key(alice, "a", "b");
        var question = new Question(Set.of(ROOM), Set.of(SearchKey.BODY), Set.of("a", "b"));
        var reads = List.<Runnable>of(
                () -> storage.stream().position(),
                () -> storage.rooms().head(ROOM),
                () -> storage.rooms().changedSince(Set.of(ROOM), StreamPosition.START),
                () -> storage.rooms().summaries(Set.of(ROOM)),
                () -> storage.events().events(Set.of(new EventId("$a"))),
                () -> storage.events().transactions(alice, phone, Set.of(new EventId("$a"))),
                () -> storage.directory().find(RoomAlias.parse("#a:hirundo.example")),
                () -> storage.directory().aliasesOf(ROOM),
                () -> storage.directory().isPublished(ROOM),
                () -> storage.directory()
                        .published(
                                new RoomList.OfServer(),
                                Optional.of("a"),
                                Set.of("m.space"),
                                Optional.of(new DirectoryPosition(3, ROOM)),
                                true,
                                10),
                () -> storage.directory().publishedCount(new RoomList.OfServer()),
                () -> storage.directory().publishedCount(new RoomList.OfNetwork("a")),
                () -> storage.directory()
                        .published(
                                new RoomList.OfNetwork("a"), Optional.empty(), Set.of(), Optional.empty(), false, 10),
                () -> storage.appservices().progress("a"),
                () -> storage.toDevice().recipients(StreamPosition.START, FAR),
                () -> storage.accounts().find(alice),
                () -> storage.sessions().access(new TokenHash("a")),
                () -> storage.sessions().refresh(new TokenHash("a")),
                () -> storage.sessions().devices(alice),
                () -> storage.sessions().devices(Set.of(alice)),
                () -> storage.sessions().device(alice, phone),
                () -> storage.uia().find("a", Instant.EPOCH),
                () -> storage.uia().removeExpired(Instant.EPOCH),
                () -> storage.deviceKeys().deviceKeys(Set.of(alice)),
                () -> storage.deviceKeys().crossSigningKeys(Set.of(alice)),
                () -> storage.deviceKeys().changed(StreamPosition.START, FAR),
                () -> storage.oneTimeKeys().counts(alice, phone),
                () -> storage.keyBackups().current(alice),
                () -> storage.keyBackups().version(alice, "1"),
                () -> storage.keyBackups().keys(alice, "1", Optional.of(ROOM), Optional.of("a")),
                () -> storage.toDevice().inbox(alice, phone, StreamPosition.START, FAR, 10),
                () -> storage.toDevice().acknowledge(alice, phone, FAR),
                () -> storage.accountData().find(alice, Optional.of(ROOM), "a"),
                () -> storage.accountData().changed(alice, StreamPosition.START, FAR),
                () -> storage.profiles().find(alice),
                () -> storage.receipts().changed(Set.of(ROOM), StreamPosition.START, FAR),
                () -> storage.receipts().of(alice, Set.of(ROOM)),
                () -> storage.filters().find(alice, "a"),
                () -> storage.events().inStreamOrder(StreamPosition.START, FAR, 10),
                () -> storage.followers().cursor("a"),
                () -> storage.search().find(question, Optional.of(FAR), 10),
                () -> storage.search().count(question, 10),
                () -> storage.push().find(pusher),
                () -> storage.push().of(Set.of(alice)),
                () -> storage.push().users(),
                () -> storage.push().waiting(pusher, 10),
                () -> storage.push().withWaiting(),
                () -> storage.events().sentFrom(ROOM, TimePosition.startOf(0), 10),
                () -> storage.reports().newest(Optional.of(new ReportPosition(Instant.EPOCH, "a")), 10),
                () -> storage.loginTokens().take(new TokenHash("a"), Instant.EPOCH),
                () -> storage.threadSubscriptions().find(alice, ROOM, new EventId("$a")),
                () -> storage.threadSubscriptions().latest(alice, StreamPosition.START, FAR, 10),
                () -> storage.delayedEvents().find("a"),
                () -> storage.delayedEvents().scheduled(alice),
                () -> storage.delayedEvents().nextDue(),
                () -> storage.delayedEvents().claimDue(Instant.EPOCH, Instant.EPOCH, 10),
                () -> storage.previews().find(URI.create("https://example.org/"), Instant.EPOCH),
                () -> storage.previews().oldest(Instant.EPOCH, 10),
                () -> storage.media().of(alice, 10),
                () -> storage.media().usage(alice, Instant.EPOCH),
                () -> storage.media().deleteUnused(Instant.EPOCH),
                () -> storage.media().referenced(Set.of(new BlobId("a"))));

        var plans = profile(() -> reads.forEach(Runnable::run));

        assertThat(plans).hasSizeGreaterThanOrEqualTo(reads.size());
        assertThat(plans.stream().map(IndexesTest::plan)).noneMatch(plan -> plan.contains("COLLSCAN"));
    }
}
