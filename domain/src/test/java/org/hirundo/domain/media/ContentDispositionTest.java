package org.hirundo.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hirundo.domain.error.InvalidParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @Test
    void the_header_of_the_specification_is_written() {
        assertThat(header("image/jpeg", "filename.jpg")).isEqualTo("inline; filename=\"filename.jpg\"");
        assertThat(header("text/html", "page.html")).isEqualTo("attachment; filename=\"page.html\"");
        assertThat(ContentDisposition.of(ContentType.OCTET_STREAM, Optional.empty())
                        .toHeader())
                .isEqualTo("attachment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name with spaces.txt | inline; filename=\"name with spaces.txt\"",
                "name;with;semicolons  | inline; filename=\"name;with;semicolons\"",
                "naïve.txt   | inline; filename=\"na_ve.txt\"; filename*=UTF-8''na%C3%AFve.txt",
                "☕           | inline; filename=\"_\"; filename*=UTF-8''%E2%98%95",
                "🐦.png       | inline; filename=\"_.png\"; filename*=UTF-8''%F0%9F%90%A6.png",
                "say \"hi\"   | inline; filename=\"say _hi_\"; filename*=UTF-8''say%20%22hi%22",
                "C:\\x        | inline; filename=\"C:_x\"; filename*=UTF-8''C%3A%5Cx",
                "100%41       | inline; filename=\"100_41\"; filename*=UTF-8''100%2541",
                "it's*        | inline; filename=\"it's*\""
            })
    void every_name_can_be_written(String name, String header) {
        assertThat(header("text/plain", name)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\"; filename=\"b", "a\u0000b", "a\nb", "\u2028", "a\\"})
    void no_name_breaks_out_of_the_header(String name) {
        var header = header("text/plain", name);

        assertThat(header)
                .matches("inline; filename=\"[ !#-\\[\\]-~]*\"; filename\\*=UTF-8''[!#$&+.^_`|~%0-9A-Za-z-]*");
        assertThat(ContentDisposition.parse(header).fileName()).contains(new FileName(name));
    }

    @Property
    void what_is_written_is_read_again(@ForAll @StringLength(min = 1, max = 200) String text) {
        var name = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var disposition = new ContentDisposition(true, Optional.of(new FileName(name)));

        assertThat(disposition.toHeader()).matches("[ -~]*");
        assertThat(ContentDisposition.parse(disposition.toHeader())).isEqualTo(disposition);
    }

    @Property
    void any_header_can_be_read(@ForAll String header) {
        assertThatCode(() -> ContentDisposition.parse(header)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "inline; filename=plain.txt | plain.txt",
                "inline;filename=\"a;b.txt\"  | a;b.txt",
                "INLINE; FileName=\"x.txt\" | x.txt",
                "inline; filename = \"x.txt\" ; size=3 | x.txt",
                "inline; filename=\"a\\\"b\\\\c\" | a\"b\\c",
                "inline; filename=\"x\"; filename*=UTF-8''%e2%82%ac%20rates | € rates",
                "inline; filename*=utf-8'en'%C2%A3 ; filename=\"y\" | £",
                "inline; filename*=ISO-8859-1''na%EFve.txt | naïve.txt",
                "inline; filename*=UTF-8''%FF; filename=fallback | fallback",
                "inline; filename*=UTF-8''%4; filename=fallback | fallback",
                "inline; filename*=UTF-8''%zz; filename=fallback | fallback",
                "inline; filename*=UTF-7''x; filename=fallback | fallback",
                "inline; filename*=garbage; filename=fallback | fallback",
                "inline; filename=first; filename=second | first",
                "inline;;; filename=x | x",
                "inline; filename=\"unclosed | unclosed"
            })
    void names_of_other_servers_are_read(String header, String name) {
        var disposition = ContentDisposition.parse(header);

        assertThat(disposition.inline()).isTrue();
        assertThat(disposition.fileName()).contains(new FileName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attachment",
                "inline; filename=",
                "inline; filename=\"\"",
                "inline; name=x",
                "=;=;",
                "inline; filename",
                "filename=x"
            })
    void without_a_name_there_is_none(String header) {
        assertThat(ContentDisposition.parse(header).fileName()).isEmpty();
    }

    @Test
    void names_are_bounded() {
        assertThat(ContentDisposition.parse("inline; filename=" + "x".repeat(513))
                        .fileName())
                .isEmpty();
        assertThat(FileName.of(Optional.of("x".repeat(512)))).isPresent();
        assertThat(FileName.of(Optional.of(""))).isEmpty();
        assertThat(FileName.of(Optional.empty())).isEmpty();
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> FileName.of(Optional.of("x".repeat(513))));
    }

    private static String header(String type, String name) {
        return ContentDisposition.of(new ContentType(type), Optional.of(new FileName(name)))
                .toHeader();
    }
}
