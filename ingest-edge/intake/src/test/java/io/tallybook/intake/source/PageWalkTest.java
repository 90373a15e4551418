package io.tallybook.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The four ways in which APIs say where their next page is. */
class PageWalkTest {
    private static final HttpHeaders NO_HEADERS = headers(Map.of());

    @Test
    void numbersPagesUntilOneIsEmpty() throws PullStopped {
        PageWalk walk = walk(new Paging(PagingStyle.PAGE, "page", null, 1, "size", 50), null);

        assertThat(walk.first()).hasToString("https://h.example/v?site=north+1&size=50&page=1");
        assertThat(walk.next(walk.first(), page("[1]", ""), NO_HEADERS).map(URI::getQuery))
                .contains("site=north+1&size=50&page=2");
        assertThat(walk.next(walk.first(), page("[]", ""), NO_HEADERS)).isEmpty();
    }

    @Test
    void countsWhatWasReadForTheOffset() throws PullStopped {
        PageWalk walk = walk(new Paging(PagingStyle.OFFSET, "skip", null, 0, null, 0), null);

        URI second = walk.next(walk.first(), page("[1,2,3]", ""), NO_HEADERS).orElseThrow();
        URI third = walk.next(second, page("[4,5]", ""), NO_HEADERS).orElseThrow();

        assertThat(walk.first().getQuery()).endsWith("skip=0");
        assertThat(second.getQuery()).endsWith("skip=3");
        assertThat(third.getQuery()).endsWith("skip=5");
        assertThat(walk.next(third, page("[]", ""), NO_HEADERS)).isEmpty();
    }

    @Test
    void followsALinkOfTheAnswerOrOfItsHeaderOnTheSameHostOnly() throws PullStopped {
        PageWalk byBody = walk(new Paging(PagingStyle.NEXT_LINK, null, "/links/next", 0, null, 0), null);
        String link = ",\"links\":{\"next\":\"/v/2?token=a\"}";
        assertThat(byBody.next(byBody.first(), page("[1]", link), NO_HEADERS))
                .contains(URI.create("https://h.example/v/2?token=a"));
        assertThat(byBody.next(byBody.first(), page("[1]", ",\"links\":{}"), NO_HEADERS))
                .isEmpty();
        String foreign = ",\"links\":{\"next\":\"https://evil.example/v\"}";
        assertThatThrownBy(() -> byBody.next(byBody.first(), page("[1]", foreign), NO_HEADERS))
                .hasMessageContaining("https://evil.example:443");

        PageWalk byHeader = walk(new Paging(PagingStyle.NEXT_LINK, null, null, 0, null, 0), null);
        HttpHeaders next = headers(Map.of(
                "Link", List.of("<https://h.example/v?p=1>; rel=\"first\", <https://h.example/v?p=2>; rel=\"next\"")));
        assertThat(byHeader.next(byHeader.first(), page("[1]", ""), next))
                .contains(URI.create("https://h.example/v?p=2"));
        assertThat(byHeader.next(byHeader.first(), page("[1]", ""), NO_HEADERS)).isEmpty();
    }

    @Test
    void carriesTheWatermarkAndTheCursorAsTheyWereGiven() throws PullStopped {
        PageWalk walk =
                walk(new Paging(PagingStyle.CURSOR, "cursor", "/next", 0, null, 0), "2024-10-27T02:30:00+02:00");

        URI next = walk.next(walk.first(), page("[1]", ",\"next\":\"a/b&c\""), NO_HEADERS)
                .orElseThrow();

        assertThat(walk.first().getRawQuery()).isEqualTo("site=north+1&since=2024-10-27T02%3A30%3A00%2B02%3A00");
        assertThat(next.getRawQuery()).endsWith("&cursor=a%2Fb%26c");
    }

    private static PageWalk walk(Paging paging, @Nullable String since) {
        WatermarkRule rule = new WatermarkRule("since", "/at", WatermarkType.TIME, false, null, 0);
        return new PageWalk(
                new HttpFeed("https://h.example", "/v", Map.of("site", "north 1"), paging, rule, 60, 30, null), since);
    }

    private static JsonPage page(String records, String more) throws PullStopped {
        return JsonPage.read(("{\"rows\":" + records + more + "}").getBytes(StandardCharsets.UTF_8), List.of("rows"));
    }

    private static HttpHeaders headers(Map<String, List<String>> given) {
        return HttpHeaders.of(given, (name, value) -> true);
    }
}
