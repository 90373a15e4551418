package io.tallybook.query.statement;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import java.math.BigDecimal;

/** The lines of one contract at one point, one way, summed; these sum to the statement. */
public record StatementPointView(
        ContractId contract,
        PointId point,
        String pointName,
        Direction direction,
        int lines,
        Energy energy,
        BigDecimal mmbtu,
        Money amount) {}
