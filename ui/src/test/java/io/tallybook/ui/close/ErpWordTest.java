package io.tallybook.ui.close;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.metering.Source;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.saga.outward.ErpPeriodCheck;
import io.tallybook.ui.access.Account;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErpWordTest {
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final AccountingPeriod OCTOBER = CLOSE.period();
    private static final AccountingPeriod NOVEMBER = OCTOBER.next();

    private final List<AccountingPeriod> asked = new ArrayList<>();
    private final List<ErpPeriodView> told = new ArrayList<>();
    private final List<PostingView> postings = new ArrayList<>();

    @Test
    void whatTheErpAnswersNowCountsBeforeWhatItTold() {
        told(OCTOBER, ErpPeriodState.OPEN);

        assertThat(word(true, ErpPeriodState.CLOSED).now(CLOSE)).isEqualTo(ErpPeriodState.CLOSED);
        assertThat(asked).containsExactly(OCTOBER);
    }

    @Test
    void whatItToldLastCountsWhereItIsNotAskedOrGivesNoAnswer() {
        told(OCTOBER, ErpPeriodState.OPEN);
        told(OCTOBER, ErpPeriodState.CLOSED);

        assertThat(word(false, null).now(CLOSE)).isEqualTo(ErpPeriodState.CLOSED);
        assertThat(word(true, null).now(CLOSE)).isEqualTo(ErpPeriodState.CLOSED);
        told(OCTOBER, ErpPeriodState.OPEN);
        assertThat(word(false, null).now(CLOSE)).isEqualTo(ErpPeriodState.OPEN);
    }

    @Test
    void ofAMonthThatWasAccruedThePeriodAfterItIsMeant() {
        postings.add(posting(1, KeyState.REJECTED, OCTOBER));
        postings.add(posting(2, KeyState.ACKNOWLEDGED, NOVEMBER));
        told(OCTOBER, ErpPeriodState.CLOSED);
        told(NOVEMBER, ErpPeriodState.OPEN);

        assertThat(word(false, null).now(CLOSE)).isEqualTo(ErpPeriodState.OPEN);
        assertThat(word(true, ErpPeriodState.OPEN).now(CLOSE)).isEqualTo(ErpPeriodState.OPEN);
        assertThat(asked).containsExactly(NOVEMBER);
    }

    @Test
    void aPersonVouchesOnlyWhereNothingIsKnown() {
        assertThat(word(false, null).now(CLOSE)).isNull();
        assertThat(word(false, null).known(CLOSE, approver()).needsVoucher()).isTrue();
        assertThat(word(true, null).known(CLOSE, approver()).needsVoucher()).isFalse();
        assertThat(word(true, null).known(CLOSE, approver()).takesVoucher()).isTrue();
        assertThat(asked).as("no page asks the ERP").isEmpty();

        told(OCTOBER, ErpPeriodState.CLOSED);
        assertThat(word(false, null).known(CLOSE, approver()).takesVoucher()).isFalse();
    }

    private ErpWord word(boolean isAsked, @Nullable ErpPeriodState answer) {
        ErpPeriodCheck erp = new ErpPeriodCheck() {
            @Override
            public boolean isAsked(CloseGroup group) {
                return isAsked;
            }

            @Override
            public Optional<ErpPeriodState> ask(CloseGroup group, AccountingPeriod period) {
                if (isAsked) {
                    asked.add(period);
                }
                return Optional.ofNullable(answer);
            }
        };
        return new ErpWord(
                erp,
                close -> told.stream()
                        .filter(one -> one.period().equals(close.period()))
                        .toList(),
                journals());
    }

    /** Of its queries the postings of a close alone are asked. */
    private JournalQueries journals() {
        return (JournalQueries) Proxy.newProxyInstance(
                JournalQueries.class.getClassLoader(),
                new Class<?>[] {JournalQueries.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("postings");
                    return new PostingsView(
                            CLOSE, JournalId.ofClose(CLOSE), 1, 0, null, null, 1, 1, 0, 0, postings, null);
                });
    }

    /** The latest first. */
    private void told(AccountingPeriod period, ErpPeriodState state) {
        Source source = new Source(new ImportId("periods/1"), Sha256.of("periods"), "periods.csv");
        told.addFirst(new ErpPeriodView(period, state, source, 2, new PersonId("eric"), Instant.EPOCH, told.size()));
    }

    private static PostingView posting(int posting, KeyState state, AccountingPeriod period) {
        Money none = Money.zero("USD");
        return new PostingView(
                PostingKey.of(JournalId.ofClose(CLOSE), posting),
                posting,
                period,
                state,
                0,
                none,
                none,
                Sha256.of("lines"),
                null,
                1,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                List.of(),
                1);
    }

    private static Account approver() {
        return new Account(new UserId("bob"), new PersonId("bob"), "Bob", Set.of(Role.APPROVER), "");
    }
}
