package io.tallybook.messages.source;

/** What a source is to the trade. */
public enum SourceKind {
    MEASUREMENT,
    /** A SCADA historian. */
    HISTORIAN,
    /** Nominations, contracts, and the quantities and prices it publishes. */
    VOLUME_MANAGEMENT,
    FLOW_COMPUTER,
    ERP
}
