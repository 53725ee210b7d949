package org.hirundo.rest.client.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.hirundo.rest.common.HtmlPages;
import org.hirundo.rest.common.HtmlPages.Page;
import org.hirundo.rest.common.Template;

/**
 * The page on which people log in whose client cannot do it by itself.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#login-fallback">Login fallback</a>
 */
@Path("/")
@Singleton
public final class LoginPageResource {

    private static final Page PAGE = Page.scripted(
            "Log in",
            Template.beside(LoginPageResource.class, "login.html").with(Map.of()),
            Template.text(LoginPageResource.class, "login.js"));

    private final HtmlPages pages;

    @Inject
    public LoginPageResource(HtmlPages pages) {
        this.pages = pages;
    }

    @GET
    @Path("_matrix/static/client/login{slash: /?}")
    public Response login() {
        return pages.answer(PAGE);
    }
}
