package io.tallybook.eventlog;

import java.util.List;

/** What stands still on this node, by name; see docs/adr/0011-a-projection-that-fails-stops.md. */
public interface Standstills {
    List<Standstill> now();
}
