package org.hirundo.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void every_default_can_be_read_as_what_it_is_said_to_be() {
        assertThat(Options.all()).isNotEmpty().allSatisfy(option -> assertThat(
                        option.type().read(option.defaultText()))
                .as(option.name())
                .isPresent());
    }

    @Test
    void no_two_options_have_a_name_in_common() {
        assertThat(Options.all()).extracting(Option::name).doesNotHaveDuplicates();
        assertThat(Options.all()).extracting(Option::environmentVariable).doesNotHaveDuplicates();
    }

    @Test
    void every_option_is_listed_with_its_meaning_its_type_and_its_default() throws Misconfigured {
        var listing = Listing.of(Configuration.of(Map.of(), Map.of(), Optional.empty()));

        var text = listing.replace(System.lineSeparator() + "# ", " ");
        assertThat(Options.all()).allSatisfy(option -> assertThat(text)
                .contains(option.meaning())
                .contains(option.type().description() + "; default: "
                        + (option.defaultText().isEmpty() ? "nothing" : option.defaultText()))
                .contains(option.name() + " ="));
    }

    @Test
    void the_listing_is_a_file_that_configures_the_same() throws Misconfigured, IOException {
        var given = Configuration.of(
                Map.of("server.name", "example.org", "limits.enabled", "no"), Map.of(), Optional.empty());
        var file = Files.writeString(folder.resolve("listing.properties"), Listing.of(given));

        var read = Configuration.of(Map.of(), Map.of(), Optional.of(file));

        assertThat(Options.all()).allSatisfy(option -> {
            assertThat(read.text(option)).isEqualTo(given.text(option));
            assertThat(read.isGiven(option)).isEqualTo(given.isGiven(option));
        });
    }

    @Test
    void secrets_are_not_listed() throws Misconfigured {
        var listing = Listing.of(
                Configuration.of(Map.of("registration.shared-secret", "hunter2"), Map.of(), Optional.empty()));

        assertThat(listing)
                .doesNotContain("hunter2")
                .contains("hirundo.registration.shared-secret is set on the command line, and not shown here");
    }
}
