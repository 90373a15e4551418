package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.query.erp.ErpPeriodQueries;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.saga.outward.ErpPeriodCheck;
import io.tallybook.ui.access.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the ERP still takes postings in the period a month's journal is booked in, by its own word. */
@Component
public class ErpWord {
    private final ErpPeriodCheck erp;
    private final ErpPeriodQueries periods;
    private final JournalQueries journals;

    ErpWord(ErpPeriodCheck erp, ErpPeriodQueries periods, JournalQueries journals) {
        this.erp = erp;
        this.periods = periods;
        this.journals = journals;
    }

    /**
     * What the ERP answers now, else what it told last.
     *
     * @return null when neither is known: a person vouches for it then
     */
    public @Nullable ErpPeriodState now(CloseId close) {
        CloseId booked = booked(close);
        try {
            Optional<ErpPeriodState> answer = erp.ask(booked.group(), booked.period());
            return answer.isPresent() ? answer.get() : latest(booked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return latest(booked);
        }
    }

    /** What a page says of it to the approver it matters to; the ERP is not asked for that. */
    Known known(CloseId close, Account account) {
        return account.is(Role.APPROVER)
                ? new Known(erp.isAsked(close.group()), latest(booked(close)))
                : new Known(false, null);
    }

    /**
     * What is known before the ERP is asked.
     *
     * @param asked whether the ERP is asked when the person agrees
     * @param told what it told last by a named source; null for nothing
     */
    record Known(boolean asked, @Nullable ErpPeriodState told) {
        /** Whether the person must vouch for the period. */
        public boolean needsVoucher() {
            return !asked && told == null;
        }

        /** Whether the person may: an ERP that is asked may give no answer. */
        public boolean takesVoucher() {
            return told == null;
        }
    }

    private @Nullable ErpPeriodState latest(CloseId booked) {
        return periods.told(booked).stream()
                .findFirst()
                .map(ErpPeriodView::state)
                .orElse(null);
    }

    /** The month itself, or the one after it where it was accrued. */
    private CloseId booked(CloseId close) {
        AccountingPeriod period = journals.postings(close).postings().stream()
                .filter(posting -> posting.state() == KeyState.ACKNOWLEDGED)
                .map(PostingView::bookedIn)
                .reduce((earlier, later) -> later)
                .orElse(close.period());
        return CloseId.of(close.group(), period);
    }
}
