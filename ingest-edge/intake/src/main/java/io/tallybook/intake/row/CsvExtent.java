package io.tallybook.intake.row;

import java.io.IOException;

/** Finds where rows begin and end, so that a row's text is kept exactly as read and one bad row costs one line. */
final class CsvExtent {
    private final CharWindow window;
    private final char delimiter;

    CsvExtent(CharWindow window, char delimiter) {
        this.window = window;
        this.delimiter = delimiter;
    }

    /** Position of the row's line end, or of the end of the text: line ends inside quotes do not count. */
    long rowEnd(long from) throws IOException {
        boolean fieldStarts = true;
        boolean quoted = false;
        for (long at = from; window.has(at); at++) {
            char c = window.charAt(at);
            if (quoted) {
                quoted = c != '"' || doubled(at);
                at += quoted && c == '"' ? 1 : 0;
            } else if (c == '\n' || c == '\r') {
                return at;
            } else {
                quoted = fieldStarts && c == '"';
                fieldStarts = c == delimiter;
            }
        }
        return endOfText(from);
    }

    /** Position of the next line end, quotes or not. */
    long lineEnd(long from) throws IOException {
        long at = from;
        while (window.has(at) && window.charAt(at) != '\n' && window.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Position behind the line end that begins there. */
    long behind(long lineEnd) throws IOException {
        if (!window.has(lineEnd)) {
            return lineEnd;
        }
        return window.endsLine(lineEnd) ? lineEnd + 1 : lineEnd + 2;
    }

    private boolean doubled(long at) throws IOException {
        return window.has(at + 1) && window.charAt(at + 1) == '"';
    }

    private long endOfText(long from) throws IOException {
        long at = from;
        while (window.has(at)) {
            at++;
        }
        return at;
    }
}
