package io.tallybook.intake.source;

import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.PullFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches one page: at the source's pace, tried again while that may help, never from another host than the source's own. */
final class PageClient {
    private static final int MOST_REDIRECTS = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Backoff backoff;
    private final Pause pause;
    private final int mostBytes;

    PageClient(Backoff backoff, Pause pause, int mostBytes) {
        this.backoff = backoff;
        this.pause = pause;
        this.mostBytes = mostBytes;
    }

    /** Where a page is fetched from, how, and as whom. */
    record Ask(HttpFeed feed, Pace pace, Credentials.@Nullable Header credential) {}

    HttpResponse<byte[]> get(URI address, Ask ask) throws PullStopped, InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<byte[]> answer = tried(at, ask);
            if (answer.statusCode() == 200) {
                return answer;
            }
            at = redirect(at, answer);
        }
        throw new PullStopped(PullFault.REFUSED, "The source redirects more than " + MOST_REDIRECTS + " times.");
    }

    private static URI redirect(URI at, HttpResponse<?> answer) throws PullStopped {
        int status = answer.statusCode();
        Optional<String> location = answer.headers().firstValue("Location");
        if (status < 300 || status > 308 || location.isEmpty()) {
            throw new PullStopped(PullFault.REFUSED, Refusal.sentence(status));
        }
        try {
            URI target = at.resolve(location.get());
            if (Origins.origin(target).equals(Origins.origin(at))) {
                return target;
            }
            throw new PullStopped(
                    PullFault.NOT_ALLOWED,
                    "The source redirects to another host, " + Origins.origin(target) + "; it was not followed there.");
        } catch (IllegalArgumentException e) {
            throw new PullStopped(PullFault.REFUSED, "The source redirects to what is no address.");
        }
    }

    private HttpResponse<byte[]> tried(URI at, Ask ask) throws PullStopped, InterruptedException {
        String why = "";
        for (int tries = 1; tries <= Backoff.MOST_TRIES; tries++) {
            ask.pace().await(ask.feed().requestsPerMinute());
            Duration wait = backoff.after(tries);
            try {
                HttpResponse<byte[]> answer = once(at, ask);
                if (!Refusal.mayPass(answer.statusCode())) {
                    return answer;
                }
                why = Refusal.sentence(answer.statusCode());
                wait = asked(answer).orElse(wait);
            } catch (CappedBody.TooLong e) {
                throw new PullStopped(
                        PullFault.TOO_MUCH,
                        "An answer has more than " + mostBytes + " bytes; ask for smaller pages, or whoever runs this "
                                + "installation raises tallybook.sources.page-bytes.");
            } catch (IOException e) {
                why = "No whole answer came: " + Refusal.brief(e) + ".";
            }
            if (tries < Backoff.MOST_TRIES) {
                pause.of(wait);
            }
        }
        throw new PullStopped(PullFault.NO_ANSWER, why + " It was tried " + Backoff.MOST_TRIES + " times.");
    }

    private Optional<Duration> asked(HttpResponse<?> answer) throws PullStopped {
        Optional<Duration> asked = backoff.asked(answer.headers().firstValue("Retry-After"));
        if (asked.isPresent() && asked.get().compareTo(Backoff.LONGEST_ASKED) > 0) {
            throw new PullStopped(
                    PullFault.NO_ANSWER,
                    "The source answered " + answer.statusCode() + " and asks to be left alone for "
                            + asked.get().toSeconds() + " s, longer than a pull waits.");
        }
        return asked;
    }

    /** One request; its time limit holds until the last byte of the answer. */
    private HttpResponse<byte[]> once(URI at, Ask ask) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(Duration.ofSeconds(ask.feed().timeoutSeconds()))
                .header("Accept", "application/json");
        if (ask.credential() != null) {
            request.header(ask.credential().name(), ask.credential().value());
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), head -> new CappedBody(mostBytes));
        try {
            return answer.get(ask.feed().timeoutSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("it took longer than " + ask.feed().timeoutSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("the request failed", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }
}
