package io.tallybook.saga.monthend;

import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;

/** Finds the close of a calendar's event, which names group and period apart. */
public final class CloseOfPeriod implements AssociationResolver {
    @Override
    public <T> void validate(String property, MessageHandlingMember<T> handler) {
        // nothing to validate: the switch below is the whole truth
    }

    @Override
    public <T> Object resolve(String property, EventMessage<?> event, MessageHandlingMember<T> handler) {
        return switch (event.getPayload()) {
            case PeriodOpened e -> CloseId.of(e.group(), e.period());
            case PeriodReopened e -> CloseId.of(e.group(), e.period());
            case PeriodLocked e -> CloseId.of(e.group(), e.period());
            default -> throw new IllegalArgumentException("no period in " + event.getPayloadType());
        };
    }
}
