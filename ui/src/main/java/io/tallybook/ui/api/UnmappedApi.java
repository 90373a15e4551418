package io.tallybook.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Addresses and methods that no handler of the API takes: no controller is near, so {@link Problems} hears nothing of them. */
@Component
class UnmappedApi implements HandlerExceptionResolver, Ordered {
    private final JsonMapper json;

    UnmappedApi(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (handler instanceof HandlerMethod
                || !request.getRequestURI().startsWith("/api/")
                || !(e instanceof ErrorResponse answer)) {
            return null;
        }
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return new ModelAndView((model, asked, out) -> {
            out.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            out.getOutputStream().write(json.writeValueAsBytes(problem(answer, request)));
        });
    }

    private static ProblemDetail problem(ErrorResponse answer, HttpServletRequest request) {
        boolean unknown = answer.getStatusCode().value() == 404;
        ProblemDetail problem = Problems.problem(
                answer.getStatusCode(),
                unknown ? "not-found" : "not-taken",
                unknown
                        ? "There is nothing at this address."
                        : "This address does not take " + request.getMethod() + ".",
                Problems.trace());
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        return problem;
    }
}
