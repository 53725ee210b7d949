package org.hirundo.rest.client.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Map;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.threepid.ConfirmValidation;
import org.hirundo.domain.error.Unrecognized;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.HtmlPages;
import org.hirundo.rest.common.HtmlPages.Page;
import org.hirundo.rest.common.Query;
import org.hirundo.rest.common.Template;
import org.jspecify.annotations.Nullable;

/**
 * Where the links in mails lead. To open such a page does nothing, for programs that look at mails open it too; the button on it
 * does.
 */
@Path("/")
@Singleton
public final class SubmitTokenResource {

    private static final String PATH = "_matrix/client/unstable/{purpose}/email/submit_token";

    private static final Map<String, Purpose> PURPOSES = Map.of(
            "registration", Purpose.REGISTRATION,
            "add_threepid", Purpose.ADDITION,
            "password_reset", Purpose.PASSWORD_RESET);

    private static final Template CONFIRM = Template.beside(SubmitTokenResource.class, "confirm.html");
    private static final Template CONFIRMED = Template.beside(SubmitTokenResource.class, "confirmed.html");
    private static final Template LED_ON = Template.beside(SubmitTokenResource.class, "led-on.html");
    private static final Template STALE = Template.beside(SubmitTokenResource.class, "stale.html");
    private static final String LEAD_ON = Template.text(SubmitTokenResource.class, "led-on.js");

    private final ConfirmValidation confirm;
    private final HtmlPages pages;

    @Inject
    SubmitTokenResource(ConfirmValidation confirm, HtmlPages pages) {
        this.confirm = confirm;
        this.pages = pages;
    }

    @GET
    @Path(PATH)
    public Response page(
            @PathParam("purpose") String purpose,
            @QueryParam("sid") @Nullable String sid,
            @QueryParam("token") @Nullable String token) {
        Query.required("sid", sid);
        Query.required("token", token);
        var question =
                switch (purpose(purpose)) {
                    case REGISTRATION -> "Is this your mail address, and do you register an account with it?";
                    case ADDITION -> "Is this your mail address, and do you add it to your account?";
                    case PASSWORD_RESET -> "Is it you who wants to set another password for your account?";
                };
        return pages.answer(Page.plain("Confirm", CONFIRM.with(Map.of("question", question))));
    }

    @POST
    @Path(PATH)
    public Response submit(
            @Context SecurityContext security,
            @PathParam("purpose") String purpose,
            @QueryParam("sid") @Nullable String sid,
            @QueryParam("token") @Nullable String token) {
        var confirmed = confirm.confirm(new ConfirmValidation.Confirmation(
                purpose(purpose),
                Query.required("sid", sid),
                Query.required("token", token),
                Caller.of(security).address()));
        return pages.answer(confirmed
                .map(done -> done.nextLink()
                        .map(SubmitTokenResource::ledOn)
                        .orElseGet(() -> Page.plain("Thank you", CONFIRMED.with(Map.of()))))
                .orElseGet(() -> Page.plain("This link is not good any more", STALE.with(Map.of()))));
    }

    private static Page ledOn(URI link) {
        return Page.scripted("Thank you", LED_ON.with(Map.of("link", link.toString())), LEAD_ON);
    }

    private static Purpose purpose(String name) {
        var purpose = PURPOSES.get(name);
        if (purpose == null) {
            throw new Unrecognized("Unrecognized request");
        }
        return purpose;
    }
}
