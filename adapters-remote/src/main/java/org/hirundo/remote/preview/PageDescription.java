package org.hirundo.remote.preview;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hirundo.application.port.preview.Linked;
import org.hirundo.domain.preview.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: its Open Graph properties, and where these are missing what it says for Twitter cards, to search
 * engines, and to readers, in this order.
 *
 * @param properties in Open Graph's names
 * @param embedding where the page says for embedders what it is
 */
record PageDescription(SequencedMap<String, String> properties, Optional<URI> image, Optional<URI> embedding) {

    static final String TITLE = "og:title";
    static final String DESCRIPTION = "og:description";

    private static final String IMAGE_ALT = "og:image:alt";

    /** More than any page needs, and a bound on what is kept of it. */
    private static final int MAX_PROPERTIES = 50;

    private static final int MAX_VALUE = 2048;

    /** The vocabularies of Open Graph. */
    private static final Set<String> PREFIXES = Set.of("og", "article", "book", "profile", "music", "video");

    /** An icon is smaller, and no picture of what the page is about. */
    private static final int MIN_SIDE = 64;

    /** Parts of a page that are on all pages of its site, or are not to be read at all. */
    private static final Set<String> NOT_OF_THE_PAGE =
            Set.of("nav", "header", "footer", "aside", "form", "script", "style", "noscript", "template", "button");

    private static final int ENOUGH_TEXT = 200;

    /** Describes a page. */
    static PageDescription of(Document page) {
        var said = metadata(page);
        var properties = new LinkedHashMap<String, String>();
        first(Wording::title, said.get(TITLE), said.get("twitter:title"), page.title())
                .or(() -> first(Wording::title, text(page, "h1")))
                .ifPresent(title -> properties.put(TITLE, title));
        first(Wording::summary, said.get(DESCRIPTION), said.get("twitter:description"), said.get("description"))
                .or(() -> first(Wording::summary, beginning(page)))
                .ifPresent(description -> properties.put(DESCRIPTION, description));
        said.forEach((name, value) -> {
            if (isKept(name) && value.length() <= MAX_VALUE && properties.size() < MAX_PROPERTIES) {
                properties.putIfAbsent(name, value);
            }
        });
        return new PageDescription(properties, image(page), embedding(page));
    }

    /** What is in {@code meta} elements by name; of several with one name the first. */
    private static Map<String, String> metadata(Document page) {
        var said = new LinkedHashMap<String, String>();
        for (var element : page.select("meta[content]")) {
            var name = name(element);
            var value = Wording.wellFormed(element.attr("content")).strip();
            if (!name.isEmpty() && !value.isEmpty()) {
                said.putIfAbsent(name, value);
            }
        }
        return said;
    }

    private static String name(Element meta) {
        return (meta.hasAttr("property") ? meta.attr("property") : meta.attr("name"))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Pictures are told of by those who keep them: the addresses of the page's own would lead readers back to the page, which the
     * preview spares them.
     */
    private static boolean isKept(String name) {
        var colon = name.indexOf(':');
        return colon > 0
                && PREFIXES.contains(name.substring(0, colon))
                && (!name.startsWith("og:image") || name.equals(IMAGE_ALT));
    }

    private static Optional<String> first(Function<String, Optional<String>> wording, @Nullable String... candidates) {
        for (var candidate : candidates) {
            var worded = candidate == null ? Optional.<String>empty() : wording.apply(candidate);
            if (worded.isPresent()) {
                return worded;
            }
        }
        return Optional.empty();
    }

    private static String text(Document page, String selector) {
        var element = page.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    /** The first paragraphs that belong to the page itself. */
    private static String beginning(Document page) {
        var text = new StringBuilder();
        for (var paragraph : page.select("p")) {
            if (text.length() < ENOUGH_TEXT
                    && paragraph.parents().stream().map(Element::normalName).noneMatch(NOT_OF_THE_PAGE::contains)) {
                text.append(paragraph.text()).append(' ');
            }
        }
        return text.toString();
    }

    private static Optional<URI> image(Document page) {
        return Stream.of(
                        "meta[property=og:image:secure_url], meta[name=og:image:secure_url]",
                        "meta[property=og:image:url], meta[name=og:image:url]",
                        "meta[property=og:image], meta[name=og:image]",
                        "meta[name=twitter:image], meta[property=twitter:image], meta[name=twitter:image:src]",
                        "meta[itemprop=image]",
                        "link[rel=image_src]")
                .flatMap(selector -> page.select(selector).stream())
                .flatMap(element -> address(element).stream())
                .findFirst()
                .or(() -> largestImage(page))
                .or(() -> page.select("link[rel~=(?i)^apple-touch-icon]").stream()
                        .flatMap(element -> address(element).stream())
                        .findFirst());
    }

    private static Optional<URI> address(Element element) {
        return Stream.of("content", "href", "src")
                .filter(element::hasAttr)
                .flatMap(attribute -> WebAddress.parse(element.absUrl(attribute)).stream())
                .findFirst();
    }

    /** The largest picture by what the page says of its size; one of unknown size may be anything. */
    private static Optional<URI> largestImage(Document page) {
        return page.select("img[src][width][height]").stream()
                .filter(image -> Math.min(side(image, "width"), side(image, "height")) >= MIN_SIDE)
                .sorted(Comparator.comparing((Element image) -> (long) side(image, "width") * side(image, "height"))
                        .reversed())
                .flatMap(image -> address(image).stream())
                .findFirst();
    }

    private static int side(Element image, String name) {
        var value = image.attr(name).strip();
        return value.matches("[0-9]{1,5}(?:px)?") ? Integer.parseInt(value.replace("px", "")) : 0;
    }

    private static Optional<URI> embedding(Document page) {
        return page.select("link[rel=alternate][type=application/json+oembed][href]").stream()
                .flatMap(link -> address(link).stream())
                .findFirst();
    }

    /** Whether it is worth asking elsewhere. */
    boolean lacksSomething() {
        return image.isEmpty() || !properties.containsKey(TITLE) || !properties.containsKey(DESCRIPTION);
    }

    /** With what the page itself does not say. */
    PageDescription completedBy(Optional<OEmbed> embedded) {
        if (embedded.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(properties);
        embedded.get().properties().forEach(all::putIfAbsent);
        return new PageDescription(all, image.or(() -> embedded.get().image()), embedding);
    }

    /** The page as others see it. */
    Linked.Page page() {
        return new Linked.Page(properties, image);
    }
}
