package io.tallybook.messages.source;

/** What a source is to the trade. */
public enum SourceKind {
    MEASUREMENT,
    /** A SCADA historian. */
    HISTORIAN,
    /** Nominations and contracts; today only the quantities and prices it publishes are read. */
    VOLUME_MANAGEMENT,
    FLOW_COMPUTER,
    ERP
}
