package io.tallybook.messages.close;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PointId;

/** What a contract owes (−) or is owed (+) in kind at a point when the books begin: allocated less nominated so far. */
public record OpenImbalance(ContractId contract, PointId point, Energy energy) {}
