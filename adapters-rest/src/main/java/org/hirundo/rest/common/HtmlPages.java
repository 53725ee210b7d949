package org.hirundo.rest.common;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The server's own web pages, for people whose clients cannot do something. They work without anything from elsewhere but what they
 * name, run no script but their own, are not framed, and tell nobody their addresses, in which secrets are.
 */
@Singleton
public final class HtmlPages {

    private static final Template LAYOUT = Template.beside(HtmlPages.class, "page.html");
    private static final int NONCE_BYTES = 16;

    private final RandomGenerator random;

    @Inject
    public HtmlPages(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What is on a page.
     *
     * @param title its heading, as text
     * @param content below it, as HTML
     * @param script what runs in it, empty for nothing
     * @param library the address of a script that it needs, empty for none
     * @param sources where it may load things from that are not of this server
     */
    public record Page(String title, String content, String script, String library, List<String> sources) {

        /** Copies the sources. */
        public Page {
            sources = List.copyOf(sources);
        }

        /** A page of text and forms alone. */
        public static Page plain(String title, String content) {
            return scripted(title, content, "");
        }

        /** A page with a script of our own. */
        public static Page scripted(String title, String content, String script) {
            return new Page(title, content, script, "", List.of());
        }
    }

    /** The page as it is answered. */
    public Response answer(Page page) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        var html = LAYOUT.with(Map.of(
                "title", page.title(), "nonce", nonce, "content", page.content(), "script", scripts(page, nonce)));
        return Response.ok(html.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", policy(nonce, String.join(" ", page.sources())))
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .build();
    }

    private static String scripts(Page page, String nonce) {
        var scripts = new StringBuilder();
        if (!page.library().isEmpty()) {
            scripts.append("<script nonce=\"%s\" src=\"%s\" async defer></script>\n"
                    .formatted(nonce, Template.escaped(page.library())));
        }
        if (!page.script().isEmpty()) {
            scripts.append("<script nonce=\"%s\">\n%s</script>".formatted(nonce, page.script()));
        }
        return scripts.toString();
    }

    private static String policy(String nonce, String sources) {
        var others = sources.isEmpty() ? "" : " " + sources;
        return "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'"
                + others + "; script-src 'nonce-" + nonce + "'" + others + "; style-src 'nonce-" + nonce + "'" + others
                + (sources.isEmpty() ? "" : "; frame-src" + others + "; img-src" + others);
    }
}
