package io.tallybook.intake.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/** What an answer that is no page means to a person. */
final class Refusal {
    private Refusal() {}

    /** Whether the same request may be answered later. */
    static boolean mayPass(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    static String sentence(int status) {
        return "The source answered " + status + ": " + hint(status) + ".";
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "it does not let this credential read; check the credential's name and file";
            case 404 -> "there is nothing at that address; check the base URL and the path";
            case 400, 422 -> "it does not understand the request; check the query, the paging and the watermark";
            case 410 -> "the page is gone; the next pull begins at the saved watermark";
            case 429 -> "too many requests; define the source with fewer requests a minute";
            default ->
                status >= 500
                        ? "it has a fault of its own"
                        : status >= 400 ? "it refuses the request; ask whoever runs it" : "it gave no page";
        };
    }

    /** Why no whole answer came, without the words of a library, which may hold an address. */
    static String brief(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException e -> "the time limit was reached";
            case ConnectException e -> "nothing answers there";
            case SSLException e -> "the host's certificate is not trusted, or the connection cannot be secured";
            default ->
                failure.getMessage() != null && failure.getMessage().startsWith("it took longer")
                        ? failure.getMessage()
                        : "the connection broke";
        };
    }
}
