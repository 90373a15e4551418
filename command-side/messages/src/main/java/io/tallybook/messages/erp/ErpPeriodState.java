package io.tallybook.messages.erp;

/** Whether the ERP posts to a period of its own. */
public enum ErpPeriodState {
    OPEN,
    CLOSED
}
