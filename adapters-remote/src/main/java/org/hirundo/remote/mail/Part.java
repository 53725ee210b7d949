package org.hirundo.remote.mail;

import java.net.URI;

/** What a mail is made of. */
sealed interface Part {

    /** As text, without an end of line after it. */
    String text();

    /** As HTML. */
    String html();

    /** Some sentences. */
    record Paragraph(String text) implements Part {

        @Override
        public String html() {
            return "<p>" + escaped(text) + "</p>";
        }
    }

    /** What the parts after it are about. */
    record Heading(String text) implements Part {

        @Override
        public String html() {
            return "<h3>" + escaped(text) + "</h3>";
        }
    }

    /** A link to follow, and what stands on it. */
    record Button(String label, URI link) implements Part {

        @Override
        public String text() {
            return label + ":\n" + link;
        }

        @Override
        public String html() {
            return "<p><a href=\"%s\">%s</a></p>".formatted(escaped(link.toString()), escaped(label));
        }
    }

    /**
     * What somebody said.
     *
     * @param about who and when
     * @param words theirs, perhaps in several lines
     */
    record Quote(String about, String words) implements Part {

        @Override
        public String text() {
            return about + "\n    " + String.join("\n    ", words.lines().toList());
        }

        @Override
        public String html() {
            return "<p><small>" + escaped(about) + "</small><br>\n"
                    + String.join("<br>\n", words.lines().map(Part::escaped).toList()) + "</p>";
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
