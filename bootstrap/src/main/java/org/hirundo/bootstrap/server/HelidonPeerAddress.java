package org.hirundo.bootstrap.server;

import io.helidon.common.context.Contexts;
import io.helidon.webserver.http.ServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.hirundo.rest.common.PeerAddress;

/** Asks Helidon, which keeps the current request in a context of the thread. */
@Singleton
public final class HelidonPeerAddress implements PeerAddress {

    @Override
    public InetAddress current() {
        return Contexts.context()
                .flatMap(context -> context.get(ServerRequest.class))
                .map(request -> request.remotePeer().address())
                .filter(InetSocketAddress.class::isInstance)
                .map(address -> ((InetSocketAddress) address).getAddress())
                .orElseThrow(() -> new IllegalStateException("There is no request"));
    }
}
