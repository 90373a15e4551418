package io.tallybook.query.close;

/** Who is told when a step stays late: first who leads the area, then who answers for it (domain: month-end close). */
public enum EscalatedTo {
    MEASUREMENT_LEAD,
    CLOSE_MANAGER,
    CONTROLLER,
    CFO
}
