package org.hirundo.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A module's {@code pom.xml}, as far as the rules ask. */
final class Pom {

    private static final String OURS = "hirundo-";

    private final Document document;

    private Pom(Document document) {
        this.document = document;
    }

    static Pom in(Path directory) {
        try {
            return parse(Files.readString(directory.resolve("pom.xml")));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the pom.xml of " + directory, e);
        }
    }

    static Pom parse(String xml) {
        try {
            return new Pom(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml))));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The modules that are built. */
    List<String> modules() {
        return elements("module").map(Element::getTextContent).toList();
    }

    /** Those of our modules that it depends on for more than its tests, by the names of their directories. */
    Set<String> ourDependencies() {
        var dependencies = new TreeSet<String>();
        elements("dependency")
                .filter(dependency -> !child(dependency, "scope").equals("test"))
                .map(dependency -> child(dependency, "artifactId"))
                .filter(artifact -> artifact.startsWith(OURS))
                .map(artifact -> artifact.substring(OURS.length()))
                .forEach(dependencies::add);
        return dependencies;
    }

    /** The versions it names, apart from its parent's. */
    List<String> versions() {
        return Stream.concat(
                        elements("version")
                                .filter(version ->
                                        !version.getParentNode().getNodeName().equals("parent"))
                                .map(version -> child((Element) version.getParentNode(), "artifactId")),
                        elements("properties")
                                .flatMap(properties -> elements(properties, "*"))
                                .map(Element::getTagName)
                                .filter(name -> name.endsWith(".version")))
                .toList();
    }

    private Stream<Element> elements(String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static Stream<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }

    private static String child(Element parent, String name) {
        return elements(parent, name).map(Element::getTextContent).findFirst().orElse("");
    }
}
