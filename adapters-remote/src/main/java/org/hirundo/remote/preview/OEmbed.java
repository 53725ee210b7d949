package org.hirundo.remote.preview;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.domain.preview.WebAddress;
import org.jsoup.Jsoup;

/**
 * What a page says for those who embed it, in Open Graph's words.
 *
 * @param properties what it says of the page
 * @param image the picture: the page's content itself if that is a photo, otherwise the small picture of it
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
record OEmbed(SequencedMap<String, String> properties, Optional<URI> image) {

    /** Reads an answer of the JSON kind; empty when it is none. */
    static Optional<OEmbed> parse(byte[] answer) {
        try {
            return Optional.of(of(JsonParser.parseObject(answer)));
        } catch (MalformedJson notOEmbed) {
            return Optional.empty();
        }
    }

    private static OEmbed of(JsonObject json) {
        var properties = new LinkedHashMap<String, String>();
        title(json, "title").ifPresent(title -> properties.put(PageDescription.TITLE, title));
        title(json, "provider_name").ifPresent(name -> properties.put("og:site_name", name));
        title(json, "author_name").ifPresent(name -> properties.put("article:author", name));
        words(json).ifPresent(words -> properties.put(PageDescription.DESCRIPTION, words));
        return new OEmbed(properties, image(json));
    }

    private static Optional<String> title(JsonObject json, String name) {
        return json.string(name).flatMap(Wording::title);
    }

    /** Only what is rich is a text; with a video come the words around a player. */
    private static Optional<String> words(JsonObject json) {
        return isOfType(json, "rich")
                ? json.string("html").map(html -> Jsoup.parse(html).text()).flatMap(Wording::summary)
                : Optional.empty();
    }

    private static Optional<URI> image(JsonObject json) {
        return json.string(isOfType(json, "photo") ? "url" : "thumbnail_url").flatMap(WebAddress::parse);
    }

    private static boolean isOfType(JsonObject json, String type) {
        return json.string("type").filter(type::equals).isPresent();
    }
}
