package io.tallybook.ui.trial;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.util.List;

/** A close of its own, brought to the pack ready for signing by the orders the processes would give. */
record ReadyClose(int number) {
    static final PersonId ACCOUNTANT = new PersonId("anna");
    static final PointId POINT = new PointId("ellund");

    private static final NetworkId NETWORK = new NetworkId("races");
    private static final AreaId AREA = new AreaId("race-area");
    private static final ContractId CONTRACT = new ContractId("race-contract");
    private static final ShipperId SHIPPER = new ShipperId("race-shipper");
    private static final Sha256 HASH = Sha256.of("race");

    CloseId id() {
        return CloseId.of(new CloseGroup("race-" + number), new AccountingPeriod("2024-10"));
    }

    List<Command> orders() {
        return List.of(
                new OpenClose(id(), NETWORK, House.now(), List.of(), false, PersonId.HOUSE, House.now()),
                new DeclareCutoff(id(), ACCOUNTANT, House.now()),
                new AddRoster(
                        id(),
                        1,
                        new AccountMapId("race-accounts"),
                        List.of(new RosterArea(AREA, List.of(CONTRACT))),
                        House.now()),
                new AddPinnedContract(
                        id(),
                        1,
                        CONTRACT,
                        1,
                        SHIPPER,
                        new SeriesId("race-hub"),
                        0,
                        HASH,
                        new PersonId("eric"),
                        House.now()),
                new AddFrozenArea(id(), 1, AREA, 1, 31, HASH, List.of(new PersonId("oscar")), House.now()),
                new AddAreaBalance(id(), 1, AREA, balance(), 0, HASH, List.of(), House.now()),
                new AddStatement(id(), 1, SHIPPER, totals(), HASH, HASH, List.of(), List.of(), House.now()),
                new AddVarianceReview(id(), 1, CONTRACT, 0, HASH, List.of(), House.now()),
                new AddJournal(id(), 1, HASH, 1, List.of(), House.now()));
    }

    private static BalanceTotal balance() {
        return new BalanceTotal(Energy.ofKwh(31), Energy.ofKwh(31), Energy.ZERO, Energy.ZERO, Energy.ofKwh(1));
    }

    private static StatementTotals totals() {
        return new StatementTotals(
                Energy.ofKwh(31),
                new BigDecimal("0.105776"),
                Money.zero("USD"),
                Energy.ofKwh(31),
                new BigDecimal("0.105776"),
                Money.zero("USD"));
    }
}
