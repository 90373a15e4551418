package io.tallybook.ui.api;

import static java.util.Map.entry;

import io.tallybook.eventlog.EventReader;
import io.tallybook.query.ViewProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every answer that shows one thing an ETag: the sequence of the stream it is made of, read before the views are, once
 * they have come as far. So an ETag is never newer than what was shown, and an order with it as If-Match is refused when
 * anything came since. A proposal for a thing is not an order to its stream: what it expects of the thing is asked here.
 */
@Component
class Versions implements HandlerInterceptor, WebMvcConfigurer {
    /** Which stream a path shows; names in braces are the path's. */
    static final Map<String, String> STREAMS = Map.ofEntries(
            entry("/api/v1/networks/{id}", "network:{id}"),
            entry("/api/v1/areas/{id}", "area:{id}"),
            entry("/api/v1/points/{id}", "point:{id}"),
            entry("/api/v1/contracts/{id}", "contract:{id}"),
            entry("/api/v1/shippers/{id}", "shipper:{id}"),
            entry("/api/v1/account-maps/{id}", "accounts:{id}"),
            entry("/api/v1/price-series/{id}", "price:{id}"),
            entry("/api/v1/sources/{source}", "source:{source}"),
            entry("/api/v1/changes/{change}", "change:{change}"),
            entry("/api/v1/calendars/{group}", "calendar:{group}"),
            entry("/api/v1/closes/{group}/{period}", "close:{group}/{period}"),
            entry("/api/v1/closes/{group}/{period}/journal", "journal:{group}/{period}/CLOSE/1"),
            entry("/api/v1/closes/{group}/{period}/journal/postings", "journal:{group}/{period}/CLOSE/1"),
            entry(
                    "/api/v1/closes/{group}/{period}/journals/{kind}/{number}",
                    "journal:{group}/{period}/{kind}/{number}"),
            entry(
                    "/api/v1/closes/{group}/{period}/journals/{kind}/{number}/postings",
                    "journal:{group}/{period}/{kind}/{number}"),
            entry("/api/v1/meter-months/{point}/{period}", "{point}/{period}"),
            entry("/api/v1/balances/{area}/{period}", "balance:{area}/{period}"),
            entry("/api/v1/statements/{shipper}/{period}", "statement:{shipper}/{period}"),
            entry("/api/v1/nominations/{contract}/{point}/{period}", "nomination:{contract}/{point}/{period}"),
            entry("/api/v1/variances/{contract}/{period}", "variance:{contract}/{period}"),
            entry("/api/v1/adjustment-packages/{group}/{number}", "adjustments:{group}"));

    private final EventReader log;
    private final ViewProgress views;

    Versions(EventReader log, ViewProgress views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String stream = stream(request);
        if (stream != null && request.getMethod().equals("GET")) {
            long head = log.head();
            Optional<Long> sequence = log.lastSequence(stream);
            if (sequence.isPresent() && views.await(head, Orders.SHOWN_WITHIN)) {
                response.setHeader(HttpHeaders.ETAG, "\"" + sequence.get() + "\"");
            }
        }
        return true;
    }

    /** @throws NotAsShown when the thing a proposal is about has changed since the ETag it names */
    void check(HttpServletRequest request) {
        Long expected = Orders.ifMatch(request);
        String stream = stream(request);
        if (expected != null && stream != null && log.lastSequence(stream).orElse(-1L) != expected.longValue()) {
            throw new NotAsShown();
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String stream(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String stream = STREAMS.get(String.valueOf(pattern));
        if (stream == null) {
            return null;
        }
        Map<String, String> names = (Map<String, String>)
                Objects.requireNonNull(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        for (Map.Entry<String, String> name : names.entrySet()) {
            stream = stream.replace("{" + name.getKey() + "}", name.getValue());
        }
        return stream;
    }

    /** Somebody changed it since it was shown. */
    static final class NotAsShown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAsShown() {
            super("Somebody changed it since you looked; load it again.", null, false, false);
        }
    }
}
