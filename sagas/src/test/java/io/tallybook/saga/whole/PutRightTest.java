package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Answer;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.messages.contract.ContractEvent.ContractTermsClosed;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way is seen, and goes on once it is put right. */
class PutRightTest extends SmallMonthClose {
    @Test
    void showsARejectedPostingAsABlockerAndTakesTheErpsLaterYes() throws IOException {
        month.record();
        toCutoff();
        Sha256 hash = house.await(Example.CLOSE, PackReady.class).packHash();
        approve("bob", hash);
        approve("carol", hash);
        StandInErp erp = new StandInErp(directory.resolve("erp"));

        erp.reject(KEY, "account 5010 is closed");
        assertThat(house.await(Example.CLOSE, BlockerReported.class).sentence()).isEqualTo("account 5010 is closed");
        erp.post(KEY, "4712");

        assertThat(house.await(Example.CLOSE, JournalPostingConfirmed.class).documentNumber())
                .isEqualTo("4712");
    }

    @Test
    void handsARejectedJournalToTheErpOnceMoreWhenTheAccountantSaysSo() throws IOException {
        month.record();
        toCutoff();
        Sha256 hash = house.await(Example.CLOSE, PackReady.class).packHash();
        approve("bob", hash);
        approve("carol", hash);
        JournalId journal = JournalId.ofClose(Example.CLOSE);
        house.erp().reject(KEY, "account 5010 is closed");
        house.await(journal, JournalPostingFailed.class);
        RepostJournal again = new RepostJournal(journal, "5010 is open again", SmallMonth.ACCOUNTANT, House.now());

        assertThat(house.order("anna", Role.ACCOUNTANT, again).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(house.order("anna", Role.ACCOUNTANT, again).outcome()).isEqualTo(Outcome.UNCHANGED);
        house.erp().post(KEY, "4713");

        assertThat(house.await(Example.CLOSE, JournalPostingConfirmed.class).documentNumber())
                .isEqualTo("4713");
        assertThat(house.all(journal, JournalPostingRequested.class))
                .hasSize(2)
                .satisfies(both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
    }

    @Test
    void showsAnAnswerToAnAttemptNobodyBeganAndGoesOn() {
        month.record();
        toCutoff();
        house.await(Example.CLOSE, PackReady.class);

        house.order("house", Role.PROCESS, new PinContract(Example.NORD, Example.CLOSE, 7, House.now()));

        assertThat(house.await(Example.CLOSE, BlockerReported.class).sentence()).contains("has not begun attempt 7");
    }

    @Test
    void leavesOutAShareOfAPointThatTakesNoPartAndCloses() {
        month.record();
        house.order("eric", Role.ENGINEER, SmallMonth.strayAmendment());
        toCutoff();

        assertThat(house.await(Example.CLOSE, PackReady.class).attempt()).isEqualTo(1);
        assertThat(house.all(Example.CLOSE, BlockerReported.class)).isEmpty();
    }

    @Test
    void startsAnewWhenAPriceIsCorrectedBeforeApproval() {
        month.record();
        toCutoff();
        PackReady first = house.await(Example.CLOSE, PackReady.class);

        month.price(LocalDate.of(2024, 10, 15), "9.99");

        PackReady second = house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == 2);
        assertThat(second.packHash()).isNotEqualTo(first.packHash());
    }

    @Test
    void startsAnewWhenAContractIsAmendedBeforeApprovalAndRefusesItAfterwards() {
        month.record();
        toCutoff();
        PackReady first = house.await(Example.CLOSE, PackReady.class);
        approve("bob", first.packHash());

        house.order("eric", Role.ENGINEER, SmallMonth.amendment(8));

        PackReady second = house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == 2);
        assertThat(second.packHash()).isNotEqualTo(first.packHash());
        approve("bob", second.packHash());
        approve("carol", second.packHash());
        house.await(Example.NORD, ContractTermsClosed.class);
        Answer answer = house.ask("house", Role.PROCESS, SmallMonth.amendment(9));
        assertThat(answer.rule()).isEqualTo("period-is-closed");
    }
}
