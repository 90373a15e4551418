package io.tallybook.ui.api;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.messages.Invalid;
import io.tallybook.query.ViewProgress;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.ui.setup.Proposals;
import io.tallybook.ui.setup.Proposals.Fate;
import io.tallybook.ui.setup.Proposals.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Proposes rows of configuration all or none, and answers for it. */
@Component
class ProposalAnswers {
    private final Proposals proposals;
    private final Orders orders;
    private final ViewProgress views;
    private final Versions versions;

    ProposalAnswers(Proposals proposals, Orders orders, ViewProgress views, Versions versions) {
        this.proposals = proposals;
        this.orders = orders;
        this.views = views;
        this.versions = versions;
    }

    /**
     * A change that waits for a second person.
     *
     * @param outcome PROPOSED, or UNCHANGED when everything is there already
     * @param change its id, null when unchanged
     * @param content SHA-256 of its rows: what an approval names
     */
    record Proposed(
            String outcome,
            @Nullable String change,
            @Nullable String content,
            String stream,
            long sequence,
            long position,
            boolean shown) {}

    ResponseEntity<Object> propose(List<SetupRow> rows, String reason, HttpServletRequest request) {
        versions.check(request);
        Caller caller = orders.caller(request).expecting(null);
        proposals.propose(rows, reason, true, caller).rows().forEach(ProposalAnswers::checkNothingIsAgainst);
        Proposals.Result result = proposals.propose(rows, reason, false, caller);
        Answer answer = result.answer();
        if (answer == null) {
            return ResponseEntity.ok(new Proposed(Standing.UNCHANGED.name(), null, null, "", -1, -1, true));
        }
        if (!answer.done()) {
            return Problems.of(answer);
        }
        String change = Objects.requireNonNull(result.change()).value();
        boolean shown = answer.position() < 0 || views.await(answer.position(), Orders.SHOWN_WITHIN);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/changes/" + change))
                .body(new Proposed(
                        Standing.PROPOSED.name(),
                        change,
                        Objects.requireNonNull(result.content()).hex(),
                        answer.stream(),
                        answer.sequence(),
                        answer.position(),
                        shown));
    }

    private static void checkNothingIsAgainst(Fate fate) {
        String where = fate.row().sheet().title() + ", row " + fate.row().line();
        if (fate.standing() == Standing.FORBIDDEN) {
            throw new AccessDeniedException("none of the roles may propose " + where);
        }
        Invalid.unless(fate.standing() != Standing.INVALID, where + ": " + fate.sentence());
    }
}
