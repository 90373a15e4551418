package io.tallybook.messages.source;

import io.tallybook.messages.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * How pages follow each other.
 *
 * @param parameter query parameter that carries cursor, page number or offset; null for NONE and NEXT_LINK
 * @param pointer JSON pointer (RFC 6901) to the cursor or the next page's address in the answer; null otherwise, and for a
 *     NEXT_LINK that stands in the {@code Link} header
 * @param first number of the first page, 0 or 1; 0 for other styles
 * @param sizeParameter query parameter that asks for a page size, null asks for none
 * @param size records asked for, 1 to 10,000; 0 without a {@code sizeParameter}
 */
public record Paging(
        PagingStyle style,
        @Nullable String parameter,
        @Nullable String pointer,
        int first,
        @Nullable String sizeParameter,
        int size) {
    public static final int MOST_RECORDS = 10_000;

    public Paging {
        boolean named = style == PagingStyle.CURSOR || style == PagingStyle.PAGE || style == PagingStyle.OFFSET;
        Invalid.unless(
                named == (parameter != null), "paging " + style + (named ? " needs a" : " takes no") + " parameter");
        Invalid.unless(
                style == PagingStyle.NEXT_LINK || (style == PagingStyle.CURSOR) == (pointer != null),
                "paging " + style + (style == PagingStyle.CURSOR ? " needs a" : " takes no") + " pointer");
        SourceWords.parameter(parameter);
        SourceWords.parameter(sizeParameter);
        SourceWords.pointer(pointer);
        Invalid.unless(first == 0 || first == 1 && style == PagingStyle.PAGE, "the first page is number 0 or 1");
        Invalid.unless(
                sizeParameter == null ? size == 0 : size >= 1 && size <= MOST_RECORDS,
                "a page size is 1 to 10,000 and has a size parameter");
    }
}
