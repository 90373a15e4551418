package io.tallybook.eventlog;

import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** UUIDv7 (RFC 9562 §5.7) for events and commands: neighbours in time are neighbours in the index. Axon finds it as a service. */
public final class TimeOrderedIds extends IdentifierFactory {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String generateIdentifier() {
        return next().toString();
    }

    static UUID next() {
        long random = RANDOM.nextLong();
        long milliseconds = System.currentTimeMillis() << 16;
        long version = 0x7000L | (random & 0x0FFF);
        long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(milliseconds | version, variant);
    }
}
