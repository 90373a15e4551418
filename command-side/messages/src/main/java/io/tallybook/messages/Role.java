package io.tallybook.messages;

/** What a person, or the house's own processes, may do. */
public enum Role {
    VIEWER,
    OPERATOR,
    ENGINEER,
    ADMIN,
    ACCOUNTANT,
    APPROVER,
    AUDITOR,
    /** The house itself: processes and the relays of the close; no person ever holds it. */
    PROCESS
}
