package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.Report.Subject;
import org.hirundo.application.report.ListReports;
import org.hirundo.application.report.ReportEvent;
import org.hirundo.application.report.ReportRoom;
import org.hirundo.application.report.ReportUser;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Reporting what is inappropriate, and reading the reports. */
public abstract class ReportStory extends PeopleStory {

    private static final Requester ROOT = Server.admin("root");

    private void reports(Requester user, RoomId room, EventId event) {
        the(ReportEvent.class).report(new ReportEvent.Reported(user, room, event, "spam"));
    }

    private ListReports.Page reads(Requester user, Optional<String> from, int limit) {
        return the(ListReports.class).list(user, from, OptionalInt.of(limit));
    }

    private List<Subject> reported() {
        return reads(ROOT, Optional.empty(), 100).reports().stream()
                .map(Report::subject)
                .toList();
    }

    @Test
    void who_is_in_the_room_reports_an_event_that_they_see() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        var event = says(ALICE, room, "Buy my pills");

        reports(BOB, room, event);

        var report = reads(ROOT, Optional.empty(), 100).reports().getFirst();
        assertThat(report.subject()).isEqualTo(new Subject.OfEvent(room, event));
        assertThat(report.reporter()).isEqualTo(BOB.user());
        assertThat(report.reason()).isEqualTo("spam");
        assertThat(report.receivedAt()).isEqualTo(server().clock().instant());
    }

    @Test
    void what_one_does_not_see_one_does_not_report() {
        var room = created(aPublicRoomOf(
                ALICE,
                new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", "joined"))));
        var before = says(ALICE, room, "before Bob");
        joins(BOB, room);
        var elsewhere = says(ALICE, created(aPublicRoomOf(ALICE)), "elsewhere");
        var seen = says(ALICE, room, "seen");

        assertThatThrownBy(() -> reports(BOB, room, before)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports(BOB, room, elsewhere)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports(BOB, room, new EventId("$nothing"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports(CAROL, room, seen)).isInstanceOf(NotFound.class);
        leaves(BOB, room);
        assertThatThrownBy(() -> reports(BOB, room, seen)).isInstanceOf(NotFound.class);
        assertThat(reported()).isEmpty();
    }

    @Test
    void rooms_and_users_are_reported_by_whomever() {
        var room = created(aRoomOf(ALICE));
        var dora = registers("dora");
        var remote = UserId.parse("@eve:elsewhere.example");

        the(ReportRoom.class).report(BOB, room, "");
        server().clock().pass(Duration.ofSeconds(1));
        the(ReportUser.class).report(BOB, dora.user(), "rude");
        server().clock().pass(Duration.ofSeconds(1));
        the(ReportUser.class).report(BOB, remote, "rude");

        assertThat(reported())
                .containsExactly(new Subject.OfUser(remote), new Subject.OfUser(dora.user()), new Subject.OfRoom(room));
    }

    @Test
    void what_is_not_there_cannot_be_reported_nor_by_guests_nor_at_length() {
        var room = created(aRoomOf(ALICE));

        assertThatThrownBy(() -> the(ReportRoom.class).report(BOB, RoomId.parse("!nowhere:hirundo.example"), ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(ReportUser.class).report(BOB, UserId.parse("@nobody:hirundo.example"), ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(ReportRoom.class).report(Server.guest("7"), room, ""))
                .isInstanceOf(GuestAccessForbidden.class);
        assertThatThrownBy(() -> the(ReportRoom.class).report(BOB, room, "x".repeat(4001)))
                .isInstanceOf(InvalidParam.class);
        assertThat(reported()).isEmpty();
    }

    @Test
    void administrators_alone_read_the_reports_page_by_page() {
        var room = created(aRoomOf(ALICE));
        for (int number = 0; number < 3; number++) {
            the(ReportRoom.class).report(BOB, room, "number " + number);
            server().clock().pass(Duration.ofSeconds(1));
        }

        var first = reads(ROOT, Optional.empty(), 2);
        var second = reads(ROOT, first.nextBatch(), 2);
        assertThat(first.reports()).extracting(Report::reason).containsExactly("number 2", "number 1");
        assertThat(second.reports()).extracting(Report::reason).containsExactly("number 0");
        assertThat(second.nextBatch()).isEmpty();
        assertThatThrownBy(() -> reads(ROOT, Optional.of("garbage"), 2)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> reads(ALICE, Optional.empty(), 2)).isInstanceOf(Forbidden.class);
    }
}
