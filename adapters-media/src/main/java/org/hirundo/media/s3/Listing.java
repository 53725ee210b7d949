package org.hirundo.media.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Some of a bucket's objects.
 *
 * @param storedAt by their names without the prefix
 * @param next the token for those that follow
 */
record Listing(Map<String, Instant> storedAt, Optional<String> next) {

    /** Reads what the store answers. */
    static Listing read(InputStream xml, String prefix) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(xml), prefix);
        } catch (XMLStreamException | DateTimeParseException malformed) {
            throw new IOException("The store answers with something that is no list of objects", malformed);
        }
    }

    private static Listing read(XMLStreamReader xml, String prefix) throws XMLStreamException {
        var storedAt = new LinkedHashMap<String, Instant>();
        var next = Optional.<String>empty();
        var name = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Key" -> name = xml.getElementText();
                    case "LastModified" -> {
                        var time = Instant.parse(xml.getElementText());
                        if (name.startsWith(prefix)) {
                            storedAt.put(name.substring(prefix.length()), time);
                        }
                    }
                    case "NextContinuationToken" -> next = Optional.of(xml.getElementText());
                    default -> {}
                }
            }
        }
        return new Listing(storedAt, next);
    }
}
