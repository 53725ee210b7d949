package org.hirundo.remote.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.port.preview.LinkReader;
import org.hirundo.application.port.preview.Linked;
import org.hirundo.application.port.preview.UnreadableLink;
import org.hirundo.domain.media.ContentType;
import org.hirundo.remote.http.Answer;
import org.hirundo.remote.http.Call;
import org.hirundo.remote.http.Outbound;
import org.hirundo.remote.http.Portion;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads links over HTTP. Of a page its beginning is read, of a picture the whole, of anything else nothing: what it is, the
 * answer's head tells.
 */
public final class HttpLinkReader implements LinkReader {

    private static final int REDIRECTS = 5;

    /** What a page says for embedders is short. */
    private static final long MAX_OEMBED = 64 * 1024;

    /** A page takes some ten times as much memory when it is understood as it has bytes. */
    private static final int PAGES_AT_ONCE = 2;

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");

    private final Outbound outbound;
    private final PreviewConfig config;
    private final Semaphore parsing = new Semaphore(PAGES_AT_ONCE, true);

    /** Reads through a client that keeps out of private networks, for users choose the links. */
    public HttpLinkReader(Outbound outbound, PreviewConfig config) {
        this.outbound = outbound;
        this.config = config;
    }

    private enum Kind {
        PAGE,
        PICTURE,
        RECORDING,
        OTHER;

        static Kind of(ContentType type) {
            var essence = type.essence();
            if (essence.equals("text/html") || essence.equals("application/xhtml+xml")) {
                return PAGE;
            } else if (essence.startsWith("image/")) {
                return PICTURE;
            }
            return essence.startsWith("audio/") || essence.startsWith("video/") ? RECORDING : OTHER;
        }
    }

    @Override
    public Linked read(URI address, Predicate<URI> permits) throws UnreadableLink {
        var answer = get(address, permits, this::portion);
        var type = ContentType.of(answer.header("Content-Type"));
        return switch (Kind.of(type)) {
            case PAGE -> page(answer, permits);
            case PICTURE -> new Linked.Picture(answer.address(), type, answer.body());
            case RECORDING -> new Linked.Recording(answer.address(), type);
            case OTHER -> new Linked.Other(answer.address());
        };
    }

    private Portion portion(Answer head) {
        if (!head.isSuccess()) {
            return Portion.NOTHING;
        }
        return switch (Kind.of(ContentType.of(head.header("Content-Type")))) {
            case PAGE -> Portion.beginning(config.maxPageBytes());
            case PICTURE -> Portion.whole(config.maxImageBytes());
            case RECORDING, OTHER -> Portion.NOTHING;
        };
    }

    private Answer get(URI address, Predicate<URI> permits, Function<Answer, Portion> portion) throws UnreadableLink {
        var call = Call.get(address)
                .with("Accept", "text/html,application/xhtml+xml,image/*;q=0.9,*/*;q=0.5")
                .with("Accept-Language", config.languages())
                // Some sites describe themselves only to those who say that they make previews.
                .with("User-Agent", "Hirundo (bot; link preview)")
                .following(REDIRECTS)
                .within(config.patience())
                .onlyTo(permits)
                .reading(portion);
        try {
            var answer = outbound.send(call);
            if (!answer.isSuccess()) {
                throw new UnreadableLink(address.getHost() + " answers with the status " + answer.status());
            }
            return answer;
        } catch (IOException failure) {
            throw new UnreadableLink(address.getHost() + " gives no answer: " + failure.getMessage(), failure);
        }
    }

    private Linked page(Answer answer, Predicate<URI> permits) throws UnreadableLink {
        var description = description(answer);
        var embedding = description.embedding();
        return embedding.isPresent() && description.lacksSomething() && permits.test(embedding.get())
                ? description.completedBy(oEmbed(embedding.get(), permits)).page()
                : description.page();
    }

    private PageDescription description(Answer answer) throws UnreadableLink {
        parsing.acquireUninterruptibly();
        try {
            return PageDescription.of(parse(answer));
        } finally {
            parsing.release();
        }
    }

    private static Document parse(Answer answer) throws UnreadableLink {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(answer.body()),
                    charset(answer),
                    answer.address().toString());
        } catch (IOException unreadable) {
            throw new UnreadableLink(
                    answer.address().getHost() + " answers with something that is no text", unreadable);
        }
    }

    /** The charset that the header says, if there is such a one; otherwise the page is looked at for it. */
    private static @Nullable String charset(Answer answer) {
        var said = CHARSET.matcher(answer.header("Content-Type").orElse(""));
        try {
            return said.find() && Charset.isSupported(said.group(1)) ? said.group(1) : null;
        } catch (IllegalCharsetNameException noCharset) {
            return null;
        }
    }

    private Optional<OEmbed> oEmbed(URI address, Predicate<URI> permits) {
        try {
            var answer = get(address, permits, head -> head.isSuccess() ? Portion.whole(MAX_OEMBED) : Portion.NOTHING);
            return OEmbed.parse(answer.body());
        } catch (UnreadableLink unreadable) {
            // The page itself was read, and that is something.
            return Optional.empty();
        }
    }
}
