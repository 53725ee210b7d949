package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hirundo.domain.error.InvalidParam;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Template LAYOUT = Template.beside(HtmlPages.class, "page.html");

    @Test
    void text_means_itself_and_html_is_left_as_it_is() {
        var page =
                LAYOUT.with(Map.of("title", "<b>\"&'$1\\", "nonce", "n", "content", "<p>{{title}}</p>", "script", ""));

        assertThat(page).contains("<h1>&lt;b&gt;&quot;&amp;&#39;$1\\</h1>", "<p>{{title}}</p>", "nonce=\"n\"");
    }

    @Test
    void every_place_needs_a_value() {
        assertThatThrownBy(() -> LAYOUT.with(Map.of("title", "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_is_read_as_browsers_send_it() {
        var form = FormFields.parse("a=1+2&b=%26%C3%A9&c&=x&d=&a=3");

        assertThat(form.text("a")).contains("3");
        assertThat(form.text("b")).contains("&\u00e9");
        assertThat(form.text("c")).isEmpty();
        assertThat(form.text("d")).isEmpty();
        assertThat(FormFields.parse("").fields()).isEmpty();
        assertThatThrownBy(() -> FormFields.parse("a=%zz")).isInstanceOf(InvalidParam.class);
    }
}
