package io.tallybook.ui.frame;

import io.tallybook.messages.Invalid;
import io.tallybook.ui.DiskFull;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Errors as people read them: a sentence and what to do. Asks no view, for the views may be what failed. */
@Component
@ControllerAdvice(annotations = PageController.class)
class ErrorPages implements ErrorViewResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 422, 500, 503, 507);

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(request, status, "");
    }

    @ExceptionHandler({NotFound.class, Invalid.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, "");
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView fault(RuntimeException e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof org.springframework.security.access.AccessDeniedException denied) {
            throw denied;
        }
        if (DiskFull.isBehind(e)) {
            return page(request, HttpStatus.INSUFFICIENT_STORAGE, "");
        }
        String trace = UUID.randomUUID().toString();
        LOG.error("a page failed, trace {}", trace, e);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, trace);
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatus status, String trace) {
        int code = status.value();
        String known = WORDED.contains(code) ? String.valueOf(code) : status.is5xxServerError() ? "500" : "400";
        Map<String, Object> model = new HashMap<>();
        model.put("frame", alone(request));
        model.put("known", known);
        model.put("trace", trace);
        return new ModelAndView("error", model, status);
    }

    static Frame alone(HttpServletRequest request) {
        return new Frame(
                "en",
                FrameAdvice.theme(request),
                false,
                request.getRequestURI(),
                List.of(),
                null,
                null,
                List.of(),
                "",
                List.of(),
                0);
    }
}
