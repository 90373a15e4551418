package io.tallybook.query.close;

import io.tallybook.messages.Role;

/** Who is told when a step stays late: first who leads the area, then who answers for it (domain: month-end close). */
public enum EscalatedTo {
    MEASUREMENT_LEAD(Role.ENGINEER),
    CLOSE_MANAGER(Role.APPROVER),
    CONTROLLER(Role.APPROVER),
    CFO(Role.APPROVER);

    private final Role role;

    EscalatedTo(Role role) {
        this.role = role;
    }

    /** Who of the house it is: the roles know no managers, so those who sign for the books answer for the close (ADR 26). */
    public Role role() {
        return role;
    }
}
