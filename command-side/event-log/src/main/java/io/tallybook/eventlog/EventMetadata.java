package io.tallybook.eventlog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What stands beside every event: who, how, why, and which chain of commands and events it belongs to. */
record EventMetadata(String tenant, String build) {
    static final String COMMAND_ID = "commandId";
    static final String USER = "user";
    static final String CORRELATION = "correlation";
    static final String CAUSATION = "causation";
    private static final String ROLE = "role";
    private static final String CLIENT = "client";
    private static final String REASON = "reason";
    private static final String TENANT = "tenant";
    private static final String BUILD = "build";
    private static final Set<String> KEYS =
            Set.of(COMMAND_ID, USER, ROLE, CLIENT, REASON, CORRELATION, CAUSATION, TENANT, BUILD);

    /** Of an order: its events carry all of it. A chain that nobody started yet starts with the order's own id. */
    Map<String, String> of(Order order) {
        Caller caller = order.caller();
        Map<String, String> words = new HashMap<>();
        words.put(COMMAND_ID, order.id().toString());
        words.put(USER, caller.user().value());
        words.put(ROLE, roles(caller));
        words.put(CLIENT, caller.client());
        put(words, REASON, caller.reason());
        words.put(CORRELATION, caller.correlation() == null ? order.id().toString() : caller.correlation());
        put(words, CAUSATION, caller.causation());
        words.put(TENANT, tenant);
        words.put(BUILD, build);
        return words;
    }

    /** The part of a command's metadata that its events take over. */
    static Map<String, ?> inherited(Map<String, ?> metadata) {
        Map<String, Object> words = new HashMap<>(metadata);
        words.keySet().retainAll(KEYS);
        return words;
    }

    private static String roles(Caller caller) {
        return String.join(
                ",", new TreeSet<>(caller.roles().stream().map(Enum::name).toList()));
    }

    private static void put(Map<String, String> words, String key, @Nullable String value) {
        if (value != null) {
            words.put(key, value);
        }
    }
}
