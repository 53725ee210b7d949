package org.hirundo.remote.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.hirundo.application.config.OutboundConfig;

/**
 * Calls others over HTTP, in a bounded time and with a bounded answer.
 *
 * <p>Nothing is tried again and no redirect is followed but as a call says; no cookies are kept; proxies of the environment are
 * not used. The environment's certificates are trusted.
 */
public final class Outbound implements AutoCloseable {

    private static final int CONNECTIONS = 256;
    private static final int CONNECTIONS_PER_HOST = 16;
    private static final Timeout CONNECTING = Timeout.ofSeconds(10);
    private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(30);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = deadlines();

    private Outbound(DnsResolver names) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setIdleTimeout(Timeout.of(KEPT_OPEN.toDuration()))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Hirundo")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** For addresses that strangers choose: reaches the Internet, and what the configuration allows besides. */
    public static Outbound guarded(OutboundConfig config) {
        return guarded(config, InetAddress::getAllByName);
    }

    static Outbound guarded(OutboundConfig config, AddressGuard.Lookup lookup) {
        return new Outbound(new AddressGuard(config.allowedNetworks(), lookup));
    }

    /** For addresses that administrators wrote into the configuration: reaches them wherever they are. */
    public static Outbound toConfigured() {
        return new Outbound(SystemDefaultDnsResolver.INSTANCE);
    }

    private static ScheduledExecutorService deadlines() {
        var executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /**
     * Makes the call and reads the whole answer.
     *
     * @throws BlockedAddress when the address may not be called
     * @throws AnswerTooLarge when the answer is larger than the call accepts
     * @throws InterruptedIOException when the time is over
     * @throws IOException when there is no answer, or none over HTTP
     */
    public Answer send(Call call) throws IOException {
        long deadline = System.nanoTime() + call.within().toNanos();
        var address = checked(call, call.address());
        for (int redirect = 0; ; redirect++) {
            var answer = once(call.to(address), deadline);
            var next = redirected(answer);
            if (next.isEmpty() || call.redirects() == 0) {
                return answer;
            }
            if (redirect == call.redirects()) {
                throw new IOException("More than " + call.redirects() + " redirects from " + call.address());
            }
            address = checked(call, next.get());
        }
    }

    private static URI checked(Call call, URI address) throws IOException {
        var scheme = address.getScheme();
        if (address.getHost() == null || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
            throw new IOException(address + " is not an address of the web");
        }
        if (address.getRawUserInfo() != null) {
            throw new IOException("An address with a user name is not called");
        }
        if (!call.permitted().test(address)) {
            throw new IOException(address.getHost() + " is not to be called");
        }
        return address;
    }

    private static Optional<URI> redirected(Answer answer) throws IOException {
        var location =
                switch (answer.status()) {
                    case 301, 302, 303, 307, 308 -> answer.header("Location");
                    default -> Optional.<String>empty();
                };
        if (location.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.address().resolve(new URI(location.get())));
        } catch (URISyntaxException malformed) {
            throw new IOException("A redirect to something that is no address", malformed);
        }
    }

    private Answer once(Call call, long deadline) throws IOException {
        var left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
            throw tooSlow(call);
        }
        var request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        call.body().ifPresent(body -> request.setEntity(new ByteArrayEntity(body, null)));
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(left))
                .setResponseTimeout(Timeout.of(left))
                .setConnectionKeepAlive(KEPT_OPEN)
                .build());
        // Timeouts of the client are for each read; whoever sends a byte a second is ended by this.
        var end = deadlines.schedule(request::cancel, left.toNanos(), TimeUnit.NANOSECONDS);
        var reader = new AnswerReader(call, request);
        try {
            return client.execute(request, reader);
        } catch (AnswerTooLarge refused) {
            throw refused;
        } catch (IOException failure) {
            if (reader.cutOff().isPresent()) {
                return reader.cutOff().get();
            }
            throw request.isCancelled() ? tooSlow(call) : failure;
        } finally {
            end.cancel(false);
        }
    }

    private static InterruptedIOException tooSlow(Call call) {
        return new InterruptedIOException(
                "No whole answer from " + call.address().getHost() + " within " + call.within());
    }

    /** Ends all connections; calls that are under way fail. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
