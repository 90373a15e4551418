package io.tallybook.command.contract;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractCommand.CloseContractTerms;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractEvent.ContractAmended;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractEvent.ContractSigned;
import io.tallybook.messages.contract.ContractEvent.ContractTermsClosed;
import io.tallybook.messages.contract.ContractEvent.ContractTermsOutdated;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final ContractId ID = new ContractId("c-1");
    private static final ShipperId SHIPPER = new ShipperId("orsted");
    private static final AreaId AREA = new AreaId("dk");
    private static final CloseId OCTOBER = new CloseId("dk/2024-10");
    private static final PersonId LATER_AUTHOR = new PersonId("eva");
    private static final ContractTerms FIRST = terms("2019-01", "0.5");
    private static final ContractTerms SECOND = terms("2024-10", "0.6");
    private static final ContractSigned SIGNED = new ContractSigned(ID, SHIPPER, AREA, FIRST, 1, Story.ENGINEER);
    private static final ContractAmended AMENDED = new ContractAmended(ID, SECOND, 2, LATER_AUTHOR);

    private final Story story = Story.of(Contract.class);

    @Test
    void isSignedOnceAndNotWithOtherTerms() {
        story.given().when(sign(FIRST)).then(SIGNED);
        story.given(SIGNED).when(sign(FIRST)).thenNothing();
        story.given(SIGNED).when(sign(SECOND)).thenRefused("contract-exists");
    }

    @Test
    void isAmendedFromAPeriodOn() {
        story.given(SIGNED).when(amend(SECOND)).then(AMENDED);
        story.given(SIGNED, AMENDED).when(amend(SECOND)).thenNothing();
        story.given(SIGNED, AMENDED).when(amend(FIRST)).thenNothing();
        story.given(SIGNED, AMENDED).when(amend(terms("2024-09", "0.6"))).thenRefused("terms-not-later");
        story.given(SIGNED, AMENDED)
                .when(amend(terms("2024-10", "0.7")))
                .then(new ContractAmended(ID, terms("2024-10", "0.7"), 3, LATER_AUTHOR));
    }

    @Test
    void tellsARunningCloseThatItsTermsHaveChanged() {
        ContractPinned pinned = pinned("2024-10", 2, FIRST, 1, Story.ENGINEER);
        ContractAmended later = new ContractAmended(ID, terms("2024-11", "0.6"), 2, LATER_AUTHOR);
        story.given(SIGNED, pinned)
                .when(amend(SECOND))
                .then(
                        AMENDED,
                        new ContractTermsOutdated(
                                ID, OCTOBER, 2, "the contract c-1 was amended after its terms were taken"));
        story.given(SIGNED, pinned).when(amend(later.terms())).then(later);
    }

    @Test
    void refusesTermsThatTakeEffectInAClosedPeriod() {
        ContractTermsClosed closed = new ContractTermsClosed(ID, OCTOBER);
        ContractPinned pinned = pinned("2024-10", 2, FIRST, 1, Story.ENGINEER);
        ContractAmended later = new ContractAmended(ID, terms("2024-11", "0.6"), 2, LATER_AUTHOR);
        story.given(SIGNED, pinned, closed).when(amend(SECOND)).thenRefused("period-is-closed");
        story.given(SIGNED, pinned, closed).when(amend(later.terms())).then(later);
        story.given(SIGNED, pinned, closed).when(amend(FIRST)).thenNothing();
    }

    @Test
    void closesAPeriodOnce() {
        CloseContractTerms close = new CloseContractTerms(ID, OCTOBER, Story.AT);
        ContractTermsClosed closed = new ContractTermsClosed(ID, OCTOBER);
        story.given().when(close).thenRefused("not-found");
        story.given(SIGNED).when(close).then(closed);
        story.given(SIGNED, closed).when(close).thenNothing();
    }

    @Test
    void isNotFoundBeforeItIsSigned() {
        story.given().when(amend(SECOND)).thenRefused("not-found");
        story.given().when(pin("2024-10", 1)).thenRefused("not-found");
    }

    @Test
    void answersWithTheTermsInForceAndWhoWroteThem() {
        story.given(SIGNED, AMENDED).when(pin("2024-09", 1)).then(pinned("2024-09", 1, FIRST, 1, Story.ENGINEER));
        story.given(SIGNED, AMENDED).when(pin("2024-10", 1)).then(pinned("2024-10", 1, SECOND, 2, LATER_AUTHOR));
        story.given(SIGNED, AMENDED).when(pin("2025-01", 1)).then(pinned("2025-01", 1, SECOND, 2, LATER_AUTHOR));
    }

    @Test
    void takesPartInNothingBeforeItIsInForce() {
        ContractTerms none = new ContractTerms(
                FIRST.effectiveFrom(), List.of(), FIRST.series(), FIRST.rule(), FIRST.lookbackDays(), "USD");
        story.given(SIGNED).when(pin("2018-12", 1)).then(pinned("2018-12", 1, none, 1, Story.ENGINEER));
    }

    @Test
    void answersTheSameAttemptTheSameAndAHigherOneAnew() {
        ContractPinned first = pinned("2024-10", 1, FIRST, 1, Story.ENGINEER);
        ContractPinned second = pinned("2024-10", 2, SECOND, 2, LATER_AUTHOR);
        story.given(SIGNED, first, AMENDED).when(pin("2024-10", 1)).then(first);
        story.given(SIGNED, first, AMENDED).when(pin("2024-10", 2)).then(second);
        story.given(SIGNED, AMENDED, second).when(pin("2024-10", 1)).thenNothing();
    }

    private static SignContract sign(ContractTerms terms) {
        return new SignContract(ID, SHIPPER, AREA, terms, Story.ENGINEER, Story.AT);
    }

    private static AmendContract amend(ContractTerms terms) {
        return new AmendContract(ID, terms, LATER_AUTHOR, Story.AT);
    }

    private static PinContract pin(String period, int attempt) {
        return new PinContract(ID, CloseId.of(OCTOBER.group(), new AccountingPeriod(period)), attempt, Story.AT);
    }

    private static ContractPinned pinned(
            String period, int attempt, ContractTerms terms, int version, PersonId author) {
        CloseId close = CloseId.of(OCTOBER.group(), new AccountingPeriod(period));
        return new ContractPinned(ID, close, attempt, SHIPPER, AREA, terms, version, author);
    }

    private static ContractTerms terms(String from, String share) {
        return new ContractTerms(
                new AccountingPeriod(from),
                List.of(new PointShare(new PointId("ellund"), Direction.RECEIPT, Share.of(share))),
                new SeriesId("henry-hub"),
                NonPriceDayRule.LAST_PUBLISHED,
                7,
                "USD");
    }
}
