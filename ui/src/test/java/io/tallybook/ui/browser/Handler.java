package io.tallybook.ui.browser;

import io.tallybook.ui.frame.PageController;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A handler of the running program, by its own list of mappings.
 *
 * @param type its controller
 * @param verbs HTTP methods, in capitals
 * @param pattern its path
 * @param returns descriptor of what it gives back
 */
record Handler(Class<?> type, Set<String> verbs, PathPattern pattern, String returns) {
    private static final String OURS = "io.tallybook.";
    private static final String VIEW_NAME = "Ljava/lang/String;";

    /** Every handler of ours, most specific path first. */
    static List<Handler> of(Desk signedIn) throws ClassNotFoundException {
        JsonNode all = JsonMapper.shared()
                .readTree(signedIn.page().request().get("/mappings").body());
        List<Handler> found = new ArrayList<>();
        for (JsonNode mapping : all.findValue("dispatcherServlet")) {
            JsonNode method = mapping.path("details").path("handlerMethod");
            if (method.path("className").asString("").startsWith(OURS)) {
                JsonNode asks = mapping.path("details").path("requestMappingConditions");
                for (String path : texts(asks.path("patterns"))) {
                    found.add(handler(method, texts(asks.path("methods")), path));
                }
            }
        }
        found.sort(Comparator.comparing(Handler::pattern));
        return List.copyOf(found);
    }

    private static Handler handler(JsonNode method, Set<String> verbs, String path) throws ClassNotFoundException {
        String descriptor = method.get("descriptor").asString();
        return new Handler(
                Class.forName(method.get("className").asString()),
                verbs,
                PathPatternParser.defaultInstance.parse(path),
                descriptor.substring(descriptor.indexOf(')') + 1));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    /** Whether it answers GET with a view, that is with HTML or with a way to it. */
    boolean isPage() {
        return verbs.contains("GET") && type.isAnnotationPresent(PageController.class) && returns.equals(VIEW_NAME);
    }

    boolean isApi() {
        return pattern.getPatternString().startsWith("/api/");
    }

    /** The one that answers this path. */
    static Optional<Handler> answering(String path, List<Handler> handlers) {
        PathContainer asked = PathContainer.parsePath(path);
        return handlers.stream().filter(h -> h.pattern.matches(asked)).findFirst();
    }

    @Override
    public String toString() {
        return pattern.getPatternString();
    }
}
