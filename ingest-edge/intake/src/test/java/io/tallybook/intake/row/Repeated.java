package io.tallybook.intake.row;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of any length made as it is read: never in memory. */
public final class Repeated extends InputStream {
    private final byte[] head;
    private final byte[] unit;
    private final byte[] tail;
    private final long units;
    private long at;

    public Repeated(String head, byte[] unit, long units, String tail) {
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.unit = unit.clone();
        this.units = units;
        this.tail = tail.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        long position = at++;
        if (position < head.length) {
            return head[(int) position] & 0xff;
        }
        position -= head.length;
        if (position < units * unit.length) {
            return unit[(int) (position % unit.length)] & 0xff;
        }
        position -= units * unit.length;
        return position < tail.length ? tail[(int) position] & 0xff : -1;
    }
}
