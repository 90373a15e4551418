package io.tallybook.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives what the API reads and has no ETag of its stream a weak one by its bytes, and answers 304 to a client that has them. A
 * stream's ETag says what an order may expect, not that the page is the same: such an answer is always sent. Files are streamed
 * and stay out of memory.
 */
final class ListETags extends ShallowEtagHeaderFilter {
    private static final Pattern FILES = Pattern.compile("/documents/[^/]+$|/evidence/[^/]+/file$|/setup/workbook$");

    ListETags() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || FILES.matcher(request.getRequestURI()).find();
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        return !response.containsHeader(HttpHeaders.ETAG) && super.isEligibleForEtag(request, response, status, body);
    }
}
