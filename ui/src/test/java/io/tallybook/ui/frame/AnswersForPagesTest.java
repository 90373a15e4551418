package io.tallybook.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

/** The answer to a deed is for the page its person is led to. */
class AnswersForPagesTest {
    private final AnswersForPages answers = new AnswersForPages();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatThePageLeftFetchesOfItselfDoesNotTakeItAway() {
        MockHttpServletRequest deed = new MockHttpServletRequest("POST", "/close/denmark");
        HttpSession session = Objects.requireNonNull(deed.getSession());
        FlashMap said = new FlashMap();
        said.put("did", "Period opened.");
        said.setTargetRequestPath("/close");
        answers.saveOutputFlashMap(said, deed, response);

        MockHttpServletRequest ofItself = get(session);
        ofItself.addHeader("X-Live", "true");
        assertThat(taken(ofItself)).isEmpty();

        assertThat(taken(get(session))).containsEntry("did", "Period opened.");
        assertThat(taken(get(session))).isEmpty();
    }

    private Map<String, Object> taken(MockHttpServletRequest request) {
        FlashMap taken = answers.retrieveAndUpdate(request, response);
        return taken == null ? Map.of() : Map.copyOf(taken);
    }

    private static MockHttpServletRequest get(HttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/close");
        request.setSession(session);
        return request;
    }
}
