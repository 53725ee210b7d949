package org.hirundo.bootstrap.config;

import static org.hirundo.bootstrap.config.ValueTypes.DURATION;
import static org.hirundo.bootstrap.config.ValueTypes.TEXT;
import static org.hirundo.bootstrap.config.ValueTypes.WEB_ADDRESS;
import static org.hirundo.bootstrap.config.ValueTypes.YES_OR_NO;
import static org.hirundo.bootstrap.config.ValueTypes.bytes;
import static org.hirundo.bootstrap.config.ValueTypes.listOf;
import static org.hirundo.bootstrap.config.ValueTypes.number;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.preview.HostPattern;

/** The options of media: uploads, quotas, the store of their files, and previews of linked pages. */
public final class MediaOptions {

    private static final DeclaredOptions DECLARED = new DeclaredOptions();

    public static final Option<Boolean> UNAUTHENTICATED = option(
            "media.unauthenticated",
            YES_OR_NO,
            "no",
            "Whether media are also served on the old paths, which ask for no access token. Old clients and bridges"
                    + " need them; whoever learns an address then has the file.");

    public static final Option<Optional<Instant>> UNAUTHENTICATED_UNTIL = option(
            "media.unauthenticated-until",
            ValueTypes.TIME.orNothing(),
            "",
            "When the old paths were frozen: media that came to this server later are not served there. Nothing: all media are"
                    + " served there, if any are.");

    public static final Option<Long> MAX_UPLOAD =
            option("media.max-upload", bytes(1, 1L << 40), "100MiB", "The largest file that is accepted.");

    public static final Option<Long> MAX_THUMBNAIL = option(
            "media.max-thumbnail-source", bytes(1, 1L << 30), "32MiB", "The largest file that a thumbnail is made of.");

    public static final Option<Duration> UNUSED_LIFETIME = option(
            "media.reservation-lifetime", DURATION, "24h", "How long the reserved id of a file waits for its upload.");

    public static final Option<Optional<Long>> QUOTA = option(
            "media.quota",
            bytes(1, 1L << 50).orNothing(),
            "",
            "How much each user may upload in all; what is deleted does not count. Nothing: as much as there is room.");

    public static final Option<Optional<Long>> QUOTA_PER_PERIOD = option(
            "media.quota-per-period",
            bytes(1, 1L << 50).orNothing(),
            "",
            "How much each user may upload within the next option's time. Nothing: as much as there is room.");

    public static final Option<Duration> QUOTA_PERIOD =
            option("media.quota-period", DURATION, "30d", "The time that media.quota-per-period is about.");

    public static final Option<Integer> MAX_PENDING = option(
            "media.max-reservations",
            number(1, 10_000),
            "20",
            "How many reserved ids of one user may wait for their uploads.");

    public static final Option<Duration> MAX_WAIT = option(
            "media.max-wait", DURATION, "1min", "The longest a download waits for an upload that has not come yet.");

    public static final Option<Optional<URI>> S3_ENDPOINT = option(
            "media.s3.endpoint",
            WEB_ADDRESS.orNothing(),
            "",
            "An S3-compatible store for the files of media, such as https://s3.eu-central-1.amazonaws.com. Nothing: they are in"
                    + " the data directory. Files are not moved when this changes.");

    public static final Option<String> S3_REGION =
            option("media.s3.region", TEXT, "us-east-1", "The region of the store; many stores take any.");

    public static final Option<Optional<String>> S3_BUCKET =
            option("media.s3.bucket", TEXT.orNothing(), "", "The bucket in that store; it has to be there.");

    public static final Option<Optional<String>> S3_PREFIX = option(
            "media.s3.prefix",
            TEXT.orNothing(),
            "",
            "What the names of all files in the bucket begin with, such as hirundo/, when others use the bucket too.");

    public static final Option<Optional<String>> S3_ACCESS_KEY =
            option("media.s3.access-key", TEXT.orNothing(), "", "Who may use the bucket.");

    public static final Option<Optional<String>> S3_SECRET_KEY =
            secret("media.s3.secret-key", "The secret that belongs to the access key.");

    public static final Option<Boolean> S3_PATH_STYLE = option(
            "media.s3.path-style",
            YES_OR_NO,
            "yes",
            "Whether the bucket is named in the path, which most stores want, or in the host, as Amazon wants it.");

    public static final Option<Boolean> PREVIEW_ENABLED = option(
            "preview.enabled",
            YES_OR_NO,
            "yes",
            "Whether the server reads the pages that users link, so that clients can show what is there. Clients ask for that in"
                    + " rooms that are not encrypted; only public addresses are called, see outbound.allowed-networks.");

    public static final Option<List<HostPattern>> PREVIEW_ALLOWED = option(
            "preview.allowed-hosts",
            listOf(ValueTypes.HOST),
            "",
            "The hosts whose pages are previewed, each with all below it. Nothing: all hosts.");

    public static final Option<List<HostPattern>> PREVIEW_DENIED = option(
            "preview.denied-hosts",
            listOf(ValueTypes.HOST),
            "",
            "The hosts whose pages are not previewed, each with all below it, even where they are allowed.");

    public static final Option<Long> PREVIEW_MAX_IMAGE = option(
            "preview.max-image",
            bytes(1, 1L << 26),
            "5MiB",
            "The largest picture of a page that is kept for its preview.");

    public static final Option<Duration> PREVIEW_PATIENCE =
            option("preview.patience", DURATION, "10s", "How long one page or picture may take to come.");

    public static final Option<Duration> PREVIEW_LIFETIME = option(
            "preview.lifetime", DURATION, "1h", "How long a preview is shown before the page is looked at again.");

    public static final Option<Duration> PREVIEW_KEPT = option(
            "preview.kept-for",
            DURATION,
            "30d",
            "How long previews and their pictures are kept for those who scroll back.");

    public static final Option<String> PREVIEW_LANGUAGES = option(
            "preview.languages",
            ValueTypes.LANGUAGES,
            "en",
            "The languages that pages are asked for, the best first, such as fr, en;q=0.5.");

    private MediaOptions() {}

    static List<Option<?>> all() {
        return DECLARED.all();
    }

    private static <T> Option<T> option(String name, ValueType<T> type, String defaultText, String meaning) {
        return DECLARED.option(Topic.MEDIA, name, type, defaultText, meaning);
    }

    private static Option<Optional<String>> secret(String name, String meaning) {
        return DECLARED.secret(Topic.MEDIA, name, meaning);
    }
}
