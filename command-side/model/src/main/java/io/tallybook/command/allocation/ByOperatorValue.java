package io.tallybook.command.allocation;

import io.tallybook.messages.contract.FactorBand;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * OPERATOR_PROVIDED: the operator's values, prorated to what was measured. The factor, measured ÷ sum of values, must lie in
 * the band of every party (AER Directive 017; NAESB WGQ 2.3.16 to 2.3.21, operator provided value).
 */
final class ByOperatorValue {
    private ByOperatorValue() {}

    static DaySplit split(DayFlow flow) {
        String missing = flow.contracts(p -> p.figure() == null);
        if (!missing.isEmpty()) {
            return new Obstacle(
                    "operator-values-missing",
                    "The operator's values of " + missing + " as " + flow.where() + " are missing: record them.");
        }
        BigDecimal provided = flow.figures().kwh();
        if (provided.signum() == 0) {
            return new Obstacle(
                    "operator-values-zero",
                    flow.total() + " flowed as " + flow.where() + ", and the operator's values add up to nothing: put"
                            + " them right.");
        }
        for (Party party : flow.parties()) {
            FactorBand band = party.rule().bandInForce();
            if (!band.holds(flow.total().kwh(), provided)) {
                return outside(flow, provided, party, band);
            }
        }
        return flow.byWeight(flow.figures(flow.commonScale()));
    }

    private static Obstacle outside(DayFlow flow, BigDecimal provided, Party party, FactorBand band) {
        BigDecimal factor = flow.total().kwh().divide(provided, FactorBand.SCALE, RoundingMode.HALF_UP);
        return new Obstacle(
                "factor-outside-band",
                "The factor of " + flow.where() + " is " + factor.toPlainString() + " (" + flow.total()
                        + " measured over " + flow.figures() + " provided), outside " + band + " of "
                        + party.contract().value() + ": put the operator's values right.");
    }
}
