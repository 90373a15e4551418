package io.tallybook.saga.outward.erp;

import io.tallybook.saga.outward.erp.ErpSettings.ErpSystem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request to an ERP: its time limit holds to the last byte, its answer is bounded, redirects are not followed. */
final class ErpWire {
    private static final int MOST_BYTES = 1 << 20;

    private final ErpSystem system;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    ErpWire(ErpSystem system) {
        this.system = system;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> post(String path, String key, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
                .timeout(system.timeout())
                .header("Accept", "application/json");
        if (system.header() != null) {
            int colon = system.header().indexOf(':');
            request.header(
                    system.header().substring(0, colon),
                    system.header().substring(colon + 1).strip());
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(system.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("it took longer than " + system.timeout());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("the request failed", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    /** Why no whole answer came, without the words of a library, which may hold an address. */
    static String brief(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException e -> "the time limit was reached";
            case ConnectException e -> "nothing answers there";
            case SSLException e -> "its certificate is not trusted, or the connection cannot be secured";
            default -> "the connection broke";
        };
    }
}
