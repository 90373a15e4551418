package io.tallybook.intake.row;

import java.io.IOException;
import java.io.Reader;

/**
 * The part of a text between the row at hand and where its parser has read to: gives back a row exactly as it was, and lets
 * a parser start again behind a row it stumbled over.
 */
final class CharWindow {
    /** One row, or what an open quote makes of the rest, may not be longer. */
    static final int MAX_ROW_CHARS = 65_536;

    private static final int CHUNK = 8_192;

    private final Reader source;
    private final StringBuilder text = new StringBuilder(4 * CHUNK);
    private final char[] chunk = new char[CHUNK];
    private long start;
    private boolean ended;

    CharWindow(Reader source) {
        this.source = source;
    }

    /** How many characters are held; the tests hold it to a bound. */
    int held() {
        return text.length();
    }

    String between(long from, long to) {
        return text.substring((int) (from - start), (int) (to - start));
    }

    void discardBefore(long position) {
        text.delete(0, (int) (position - start));
        start = position;
    }

    boolean has(long position) throws IOException {
        while (position >= start + text.length()) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    char charAt(long position) {
        return text.charAt((int) (position - start));
    }

    /** Whether a line ends with this character: a line feed, or a carriage return without one. */
    boolean endsLine(long position) throws IOException {
        char c = charAt(position);
        return c == '\n' || c == '\r' && !(has(position + 1) && charAt(position + 1) == '\n');
    }

    /** The text from a position on, as a parser wants it. What the parser has read may be discarded. */
    Reader from(long position) {
        return new Reader() {
            private long at = position;

            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                if (!has(at)) {
                    return -1;
                }
                int from = (int) (at - start);
                int count = Math.min(length, text.length() - from);
                text.getChars(from, from + count, into, offset);
                at += count;
                return count;
            }

            @Override
            public void close() {
                // the source is closed by its owner
            }
        };
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (text.length() > MAX_ROW_CHARS + 2 * CHUNK) {
            throw new RowTooLong();
        }
        int count = source.read(chunk);
        ended = count < 0;
        text.append(chunk, 0, Math.max(0, count));
        return !ended;
    }

    /** One row fills the window: most likely a quote that is never closed. */
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;

        RowTooLong() {
            super("the row has more than " + MAX_ROW_CHARS + " characters; is a quote never closed?");
        }
    }
}
