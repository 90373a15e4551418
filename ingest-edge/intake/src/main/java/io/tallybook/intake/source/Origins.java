package io.tallybook.intake.source;

import io.tallybook.messages.source.PullFault;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The scheme, host and port of the places that may be called; everything else is left alone, whoever names it. */
final class Origins {
    private final Set<String> allowed;

    Origins(List<String> hosts) {
        allowed = hosts.stream()
                .map(host -> host.contains("://") ? host : "https://" + host)
                .map(host -> origin(URI.create(host)))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(URI address) {
        return allowed.contains(origin(address));
    }

    /** @throws PullStopped when the installation does not let this host be called */
    void require(URI address) throws PullStopped {
        if (!allow(address)) {
            throw new PullStopped(
                    PullFault.NOT_ALLOWED,
                    "This installation does not call " + origin(address)
                            + "; whoever runs it adds that to tallybook.sources.hosts.");
        }
    }

    /** Scheme, host and port, the port written out. */
    static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + (address.getPort() < 0 ? standard : address.getPort());
    }
}
