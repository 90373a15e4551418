package io.tallybook.messages.source;

/** How an API says where its next page is. */
public enum PagingStyle {
    /** One answer holds everything. */
    NONE,
    /** The answer holds a word that the next request gives back. */
    CURSOR,
    /** The answer, or its {@code Link} header (RFC 8288), holds the next page's address. */
    NEXT_LINK,
    /** Pages are numbered; a page without a record is the end. */
    PAGE,
    /** The next request says how many records have been read; a page without a record is the end. */
    OFFSET
}
