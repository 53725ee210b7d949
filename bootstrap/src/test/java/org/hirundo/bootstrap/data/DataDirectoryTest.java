package org.hirundo.bootstrap.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final RandomGenerator RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void it_is_made_with_the_directories_above_it() throws Exception {
        var path = folder.resolve("var/lib/hirundo");

        try (var data = DataDirectory.open(path)) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void the_signing_key_is_made_once() throws Exception {
        try (var data = DataDirectory.open(folder)) {
            var key = data.signingKey(RANDOM);

            assertThat(data.signingKey(RANDOM).toLine()).isEqualTo(key.toLine());
        }
        try (var again = DataDirectory.open(folder)) {
            assertThat(again.signingKey(RANDOM).toLine())
                    .isEqualTo(Files.readString(folder.resolve("signing.key")).strip());
        }
    }

    @Test
    void servers_do_not_have_the_same_key() throws Exception {
        try (var one = DataDirectory.open(folder.resolve("one"));
                var other = DataDirectory.open(folder.resolve("other"))) {
            assertThat(one.signingKey(RANDOM).toLine())
                    .isNotEqualTo(other.signingKey(RANDOM).toLine());
        }
    }

    @Test
    void a_key_can_be_brought_along() throws Exception {
        var line = "ed25519 a_brought YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA0";
        Files.writeString(folder.resolve("signing.key"), line + "\n");

        try (var data = DataDirectory.open(folder)) {
            assertThat(data.signingKey(RANDOM).toLine()).isEqualTo(line);
        }
    }

    @Test
    void a_file_that_is_no_key_is_named_and_kept() throws Exception {
        var file = Files.writeString(folder.resolve("signing.key"), "not a key\n");

        try (var data = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> data.signingKey(RANDOM))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("ed25519 <version> <seed in Base64>");
        }
        assertThat(file).hasContent("not a key");
    }

    @Test
    void what_is_secret_is_for_its_owner_alone() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        var path = folder.resolve("data");

        try (var data = DataDirectory.open(path)) {
            data.signingKey(RANDOM);
            data.registrationSecret(RANDOM);
        }

        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("signing.key"))).isEqualTo("rw-------");
        assertThat(permissions(path.resolve("registration.secret"))).isEqualTo("rw-------");
    }

    @Test
    void whoever_may_read_the_directory_knows_the_secret_once_a_server_has_run() throws Exception {
        assertThatThrownBy(() -> DataDirectory.registrationSecret(folder)).isInstanceOf(NoSuchFileException.class);

        try (var data = DataDirectory.open(folder)) {
            assertThat(data.registrationSecret(RANDOM))
                    .hasSizeGreaterThanOrEqualTo(32)
                    .isEqualTo(DataDirectory.registrationSecret(folder));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
