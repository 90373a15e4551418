package io.tallybook.saga.outward.erp;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.saga.outward.erp.ErpAnswer.Holds;
import io.tallybook.saga.outward.erp.ErpAnswer.Unknown;
import io.tallybook.saga.outward.erp.ErpSettings.ErpSystem;
import io.tallybook.saga.outward.erp.ErpWords.NotUnderstood;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An ERP over HTTP (docs/reference/erp-http.md). Only a clear yes or no counts; everything else is {@link Unknown}, for whoever
 * guesses posts twice or not at all.
 */
final class HttpErp implements ErpBooks {
    /** Refused by the protocol, and yet the batch may be booked: by a sending before, or a moment later. */
    private static final Set<Integer> UNDECIDED = Set.of(408, 409, 425, 429);

    private static final Set<Integer> ABOUT_THE_KEY = Set.of(200, 404);
    private static final Set<Integer> ACCEPTED = Set.of(200, 201);

    private final ErpSystem system;
    private final ErpWire wire;

    HttpErp(ErpSystem system) {
        this.system = system;
        this.wire = new ErpWire(system);
    }

    @Override
    public String name() {
        return system.name();
    }

    /** What it has under that key. */
    ErpAnswer ask(PostingKey key) throws InterruptedException {
        String asking = "Asked for the key, ";
        try {
            HttpResponse<byte[]> answer = wire.get("/journals?key=" + encode(key.value()));
            if (!ABOUT_THE_KEY.contains(answer.statusCode())) {
                return unknown(asking, answer);
            }
            return ErpWords.ofKey(answer.body(), key.value());
        } catch (IOException e) {
            return new Unknown(asking + "the ERP gave no answer: " + ErpWire.brief(e) + ".");
        } catch (NotUnderstood e) {
            return new Unknown(asking + "the ERP was not understood: " + e.getMessage() + ".");
        }
    }

    /** Whether a period takes postings. */
    enum PeriodState {
        OPEN,
        CLOSED,
        UNKNOWN
    }

    PeriodState period(CloseGroup group, AccountingPeriod asked) throws InterruptedException {
        try {
            String period = asked.toString();
            HttpResponse<byte[]> answer =
                    wire.get("/periods?closeGroup=" + encode(group.value()) + "&period=" + encode(period));
            if (answer.statusCode() != 200) {
                return PeriodState.UNKNOWN;
            }
            return ErpWords.isOpen(answer.body(), period) ? PeriodState.OPEN : PeriodState.CLOSED;
        } catch (IOException | NotUnderstood e) {
            return PeriodState.UNKNOWN;
        }
    }

    ErpAnswer post(JournalPostingRequested request) throws InterruptedException {
        String posting = "Given the batch, ";
        String key = request.postingKey().value();
        try {
            HttpResponse<byte[]> answer = wire.post("/journals", key, ErpWords.batch(request));
            int status = answer.statusCode();
            if (ACCEPTED.contains(status)) {
                return own(ErpWords.ofKey(answer.body(), key), ErpWords.booked(request));
            }
            if (status < 400 || status >= 500 || UNDECIDED.contains(status)) {
                return unknown(posting, answer);
            }
            return ErpWords.refusal(answer.body(), "The ERP answered " + status + ": " + hint(status) + ".");
        } catch (IOException e) {
            return new Unknown(posting + "the ERP gave no answer: " + ErpWire.brief(e) + ".");
        } catch (NotUnderstood e) {
            return new Unknown(posting + "the ERP was not understood: " + e.getMessage() + ".");
        }
    }

    /** A receipt for something else is no receipt: the ERP is asked by key what it has. */
    private static ErpAnswer own(ErpAnswer answer, Booked sent) {
        return answer instanceof Holds holds && !holds.booked().agrees(sent)
                ? new Unknown("Given the batch, the ERP acknowledged other lines or amounts.")
                : answer;
    }

    @Override
    public List<HeldDocument> held(CloseId close) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = wire.get("/journals?close=" + encode(close.value()));
        if (answer.statusCode() != 200) {
            throw new IOException("The ERP answered " + answer.statusCode() + ".");
        }
        try {
            return ErpWords.held(answer.body());
        } catch (NotUnderstood e) {
            throw new IOException("The ERP was not understood: " + e.getMessage() + ".", e);
        }
    }

    private static Unknown unknown(String doing, HttpResponse<byte[]> answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("");
        Duration wait = seconds.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
        return new Unknown(doing + "the ERP answered " + answer.statusCode() + ".", wait);
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "it does not let this credential post";
            case 404, 405 -> "nothing takes journals at that address";
            case 413 -> "the batch is too long for it";
            default -> "it refuses the batch without saying why";
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
