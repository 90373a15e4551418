package io.tallybook.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What a token may do with its owner's roles: never more, often less. */
public enum TokenScope {
    /** Reads. */
    READ,
    /** Reads, and delivers files and readings. */
    IMPORT,
    /** Whatever its owner may. */
    ALL;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> DELIVERING = Set.of("/api/v1/imports", "/api/v1/readings");

    boolean allows(HttpServletRequest request) {
        return switch (this) {
            case ALL -> true;
            case READ -> READING.contains(request.getMethod());
            case IMPORT ->
                READING.contains(request.getMethod())
                        || (request.getMethod().equals("POST") && DELIVERING.contains(request.getRequestURI()));
        };
    }
}
