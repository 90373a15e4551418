package io.tallybook.ui.api;

import io.tallybook.eventlog.Answer;
import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Refused;
import io.tallybook.ui.DiskFull;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Every error of the API as RFC 9457 Problem Details with a traceId and, where a field is wrong, a pointer to it. */
@RestControllerAdvice(basePackages = "io.tallybook.ui.api")
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String BUSY_FOR_SECONDS = "2";

    /** Where an error stands in the request body: a JSON pointer and a sentence. */
    record FieldError(String pointer, String detail) {}

    /** Which parameter, of the path or the query, is wrong. */
    record ParameterError(String parameter, String detail) {}

    static ResponseEntity<Object> of(Answer answer) {
        ProblemDetail problem = problem(
                HttpStatusCode.valueOf(answer.outcome().status()),
                answer.rule() == null ? answer.outcome().name().toLowerCase(java.util.Locale.ROOT) : answer.rule(),
                answer.sentence(),
                answer.traceId());
        problem.setProperty("outcome", answer.outcome().name());
        problem.setProperty("evidence", answer.evidence());
        if (answer.outcome() == Outcome.INVALID) {
            problem.setProperty("errors", List.of(new FieldError("", answer.sentence())));
        }
        var response = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (answer.outcome() == Outcome.BUSY
                        ? response.header(HttpHeaders.RETRY_AFTER, BUSY_FOR_SECONDS)
                        : response)
                .body(problem);
    }

    static ProblemDetail problem(HttpStatusCode status, String rule, String sentence, String traceId) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:problem:" + rule.replace('_', '-')));
        problem.setTitle(rule.replace('-', ' ').replace('_', ' '));
        problem.setProperty("traceId", traceId);
        return problem;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Object> refused(Refused refused) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, refused.rule(), refused.sentence(), trace());
        problem.setProperty("evidence", refused.evidence());
        return body(problem);
    }

    /** An import or a batch that the door turned away as a whole. */
    @ExceptionHandler(DoorClosed.class)
    ResponseEntity<Object> doorClosed(DoorClosed closed) {
        return of(closed.answer());
    }

    @ExceptionHandler(Invalid.class)
    ResponseEntity<Object> invalid(Invalid invalid) {
        return body(invalid(String.valueOf(invalid.getMessage())));
    }

    @ExceptionHandler(NotThere.class)
    ResponseEntity<Object> notThere(NotThere missing) {
        return body(problem(HttpStatus.NOT_FOUND, "not-found", String.valueOf(missing.getMessage()), trace()));
    }

    @ExceptionHandler(Versions.NotAsShown.class)
    ResponseEntity<Object> notAsShown(Versions.NotAsShown changed) {
        return body(problem(HttpStatus.PRECONDITION_FAILED, "stale", String.valueOf(changed.getMessage()), trace()));
    }

    @ExceptionHandler(BadCredentialsException.class)
    ResponseEntity<Object> notSignedIn(BadCredentialsException e) {
        return body(problem(HttpStatus.UNAUTHORIZED, "not-signed-in", String.valueOf(e.getMessage()), trace()));
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Object> notAllowed(AccessDeniedException e) {
        return body(problem(HttpStatus.FORBIDDEN, "role-missing", "Your roles do not allow this.", trace()));
    }

    /** A full disk is for whoever runs the machine to mend; anything else is a fault. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> fault(Exception e) {
        String trace = trace();
        if (DiskFull.isBehind(e)) {
            LOG.error("the disk is full, trace {}: {}", trace, e.toString());
            return body(problem(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "storage-full",
                    "The disk of the data directory is full; what was acknowledged before is kept.",
                    trace));
        }
        LOG.error("the API failed, trace {}", trace, e);
        return body(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "fault",
                "Something went wrong here, not with you. Tell the operator the trace id.",
                trace));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = e.getMostSpecificCause();
        if (cause instanceof Invalid) {
            return body(invalid(String.valueOf(cause.getMessage())));
        }
        if (cause instanceof DatabindException field && !field.getPath().isEmpty()) {
            String detail = cause instanceof InvalidFormatException wrong
                    ? "'" + wrong.getValue() + "' is not what this field takes."
                    : "This field has to be there, with what it takes.";
            return body(invalid(pointer(field), detail));
        }
        return body(invalid("The body is not the JSON this call takes."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(
                invalidParameter(String.valueOf(e.getPropertyName()), " takes " + taken(e.getRequiredType()) + "."));
    }

    /** A {@link WhichPage} that could not be made: of its two parameters only the number can be no number. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(invalidParameter(e.getFieldErrors().getFirst().getField(), " takes " + taken(Integer.class) + "."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(invalidParameter(e.getParameterName(), " has to be there."));
    }

    private static String taken(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "a date such as 2024-10-10";
        }
        if (type == Instant.class) {
            return "a time such as 2024-11-05T09:00:00Z";
        }
        return type != null && type.isEnum()
                ? Stream.of(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "))
                : "a whole number";
    }

    /** The place in the body, by RFC 6901. */
    private static String pointer(DatabindException field) {
        return field.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var response = super.handleExceptionInternal(e, body, headers, status, request);
        if (response != null && response.getBody() instanceof ProblemDetail problem) {
            problem.setProperty("traceId", trace());
        }
        return response;
    }

    private static ProblemDetail invalid(String sentence) {
        return invalid("", sentence);
    }

    private static ProblemDetail invalid(String pointer, String sentence) {
        return invalid(sentence, new FieldError(pointer, sentence));
    }

    private static ProblemDetail invalidParameter(String name, String wrong) {
        return invalid(name + wrong, new ParameterError(name, name + wrong));
    }

    private static ProblemDetail invalid(String sentence, Record error) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", sentence, trace());
        problem.setProperty("errors", List.of(error));
        return problem;
    }

    private static ResponseEntity<Object> body(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static String trace() {
        return UUID.randomUUID().toString();
    }
}
