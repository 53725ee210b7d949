package org.hirundo.rest.client.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.hirundo.application.push.Unsubscribe;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.HtmlPages;
import org.hirundo.rest.common.HtmlPages.Page;
import org.hirundo.rest.common.Query;
import org.hirundo.rest.common.Template;
import org.jspecify.annotations.Nullable;

/**
 * Where the links in mails about what is unread lead. To open the page does nothing, for programs that look at mails open it too;
 * the button on it does, and so does that of a mail program (RFC 8058).
 */
@Path("/")
@Singleton
public final class UnsubscribeResource {

    private static final String PATH = "_matrix/client/unstable/pushers/email/unsubscribe";

    private static final Template ASK = Template.beside(UnsubscribeResource.class, "unsubscribe.html");
    private static final Template DONE = Template.beside(UnsubscribeResource.class, "unsubscribed.html");
    private static final Template STALE = Template.beside(UnsubscribeResource.class, "stale.html");

    private final Unsubscribe unsubscribe;
    private final HtmlPages pages;

    @Inject
    UnsubscribeResource(Unsubscribe unsubscribe, HtmlPages pages) {
        this.unsubscribe = unsubscribe;
        this.pages = pages;
    }

    @GET
    @Path(PATH)
    public Response page(@QueryParam("user") @Nullable String user, @QueryParam("token") @Nullable String token) {
        Query.required("user", user);
        Query.required("token", token);
        return pages.answer(Page.plain("No more mails?", ASK.with(Map.of())));
    }

    @POST
    @Path(PATH)
    public Response submit(
            @Context SecurityContext security,
            @QueryParam("user") @Nullable String user,
            @QueryParam("token") @Nullable String token) {
        boolean done = unsubscribe.unsubscribe(new Unsubscribe.Wish(
                Query.required("user", user),
                Query.required("token", token),
                Caller.of(security).address()));
        return pages.answer(
                done
                        ? Page.plain("No more mails", DONE.with(Map.of()))
                        : Page.plain("This link is not good any more", STALE.with(Map.of())));
    }
}
