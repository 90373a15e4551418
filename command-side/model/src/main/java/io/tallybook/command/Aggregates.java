package io.tallybook.command;

import io.tallybook.command.access.AccessGrant;
import io.tallybook.command.access.Delegations;
import io.tallybook.command.adjustment.AdjustmentBook;
import io.tallybook.command.adjustment.PriorPeriodAdjustment;
import io.tallybook.command.allocation.AllocationRun;
import io.tallybook.command.balance.SystemBalance;
import io.tallybook.command.cashout.CashOutTable;
import io.tallybook.command.change.ConfigurationChange;
import io.tallybook.command.close.CloseCalendar;
import io.tallybook.command.close.CloseCycle;
import io.tallybook.command.contract.Contract;
import io.tallybook.command.contract.Shipper;
import io.tallybook.command.deadletter.DeadLetter;
import io.tallybook.command.erp.ErpPeriods;
import io.tallybook.command.intake.Import;
import io.tallybook.command.journal.AccountMap;
import io.tallybook.command.journal.JournalBatch;
import io.tallybook.command.metering.MeterMonth;
import io.tallybook.command.network.Area;
import io.tallybook.command.network.Network;
import io.tallybook.command.network.Point;
import io.tallybook.command.nomination.NominationMonth;
import io.tallybook.command.price.PriceSeries;
import io.tallybook.command.processing.Claim;
import io.tallybook.command.source.Source;
import io.tallybook.command.statement.Statement;
import io.tallybook.command.variance.VarianceReview;
import io.tallybook.command.variance.VarianceThresholds;
import io.tallybook.command.workpapers.Workpapers;
import java.util.List;

/** Every aggregate of the house, for the wiring: what is not named here takes no orders. */
public final class Aggregates {
    public static final List<Class<?>> ALL = List.of(
            Network.class,
            Area.class,
            Point.class,
            MeterMonth.class,
            Contract.class,
            CashOutTable.class,
            NominationMonth.class,
            Shipper.class,
            PriceSeries.class,
            DeadLetter.class,
            Import.class,
            Source.class,
            ErpPeriods.class,
            AccessGrant.class,
            Delegations.class,
            Claim.class,
            ConfigurationChange.class,
            SystemBalance.class,
            AllocationRun.class,
            Statement.class,
            AccountMap.class,
            JournalBatch.class,
            CloseCalendar.class,
            CloseCycle.class,
            VarianceThresholds.class,
            VarianceReview.class,
            PriorPeriodAdjustment.class,
            AdjustmentBook.class,
            Workpapers.class);

    private Aggregates() {}
}
