package io.tallybook.intake.row;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Passes bytes on to a parser and keeps those of the record at hand, so that its text is known exactly as read. */
final class ByteWindow extends FilterInputStream {
    /** One record may not be longer. */
    static final int MAX_RECORD_BYTES = 1_048_576;

    /** More than any parser reads ahead. */
    private static final int AHEAD = 65_536;

    private byte[] held = new byte[2 * AHEAD];
    private int length;
    private long start;
    private boolean open;

    ByteWindow(InputStream source) {
        super(source);
    }

    /** A record begins there: keep its bytes. */
    void open(long position) {
        discardBefore(position);
        open = true;
    }

    /** The record's text; afterwards its bytes are let go. */
    String close(long from, long to) {
        open = false;
        int begin = Math.toIntExact(from - start);
        return new String(held, begin, Math.toIntExact(to - from), StandardCharsets.UTF_8);
    }

    int held() {
        return length;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int count = super.read(into, offset, wanted);
        if (count > 0) {
            keep(into, offset, count);
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private void keep(byte[] bytes, int offset, int count) throws IOException {
        if (!open && length > AHEAD) {
            discardBefore(start + length - AHEAD);
        }
        if (open && length + count > MAX_RECORD_BYTES + AHEAD) {
            throw new UnreadableFile("a record has more than " + MAX_RECORD_BYTES + " bytes");
        }
        if (length + count > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, length + count));
        }
        System.arraycopy(bytes, offset, held, length, count);
        length += count;
    }

    private void discardBefore(long position) {
        int gone = Math.toIntExact(position - start);
        System.arraycopy(held, gone, held, 0, length - gone);
        length -= gone;
        start = position;
    }
}
