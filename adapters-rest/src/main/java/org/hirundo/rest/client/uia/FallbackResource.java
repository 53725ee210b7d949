package org.hirundo.rest.client.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.hirundo.application.uia.OpenFallback;
import org.hirundo.application.uia.SendStageMail;
import org.hirundo.application.uia.TakeStage;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.FormFields;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/**
 * A page for each stage. Who may take the stage is who knows the session; other sites do not, so their forms do nothing here.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#fallback">Fallback</a>
 */
@Path("/")
@Singleton
public final class FallbackResource {

    private static final String PATH = "_matrix/client/v3/auth/{type}/fallback/web";

    private final OpenFallback open;
    private final TakeStage take;
    private final SendStageMail sendMail;
    private final StagePages pages;

    @Inject
    FallbackResource(OpenFallback open, TakeStage take, SendStageMail sendMail, StagePages pages) {
        this.open = open;
        this.take = take;
        this.sendMail = sendMail;
        this.pages = pages;
    }

    @GET
    @Path(PATH)
    public Response page(
            @PathParam("type") String type,
            @QueryParam("session") @Nullable String session,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        return page(type, Query.required("session", session), languages, Optional.empty());
    }

    @POST
    @Path(PATH)
    public Response take(
            @Context SecurityContext security,
            @PathParam("type") String type,
            @QueryParam("session") @Nullable String session,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            FormFields form) {
        var id = Query.required("session", session);
        var address = Caller.of(security).address();
        if (StagePages.wantsMail(type, form)) {
            var email = form.text(StagePages.EMAIL).orElseThrow();
            return pages.mailSent(sendMail.send(new SendStageMail.Wish(id, email, address)));
        }
        var failure = take.take(new TakeStage.Taking(id, type, pages.auth(type, form), address));
        var reason = failure.map(MatrixException::reason);
        return StagePages.hasMail(type, form) && reason.isPresent()
                ? pages.mailUnread(form, reason.get())
                : page(type, id, languages, reason);
    }

    private Response page(String type, String session, @Nullable String languages, Optional<String> failure) {
        return pages.page(type, open.open(session, type), Optional.ofNullable(languages), failure);
    }
}
