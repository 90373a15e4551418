package io.tallybook.saga.area;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;

/** Finds the one process of an area, a close and an attempt: {@code area|group/2024-10|1}. */
public final class AreaAttempt implements AssociationResolver {
    @Override
    public <T> void validate(String property, MessageHandlingMember<T> handler) {
        // nothing to validate: the switch below is the whole truth
    }

    @Override
    public <T> Object resolve(String property, EventMessage<?> event, MessageHandlingMember<T> handler) {
        return switch (event.getPayload()) {
            case AreaRosterPinned e -> key(e.area(), e.closeId(), e.attempt());
            case ContractPinned e -> key(e.area(), e.closeId(), e.attempt());
            case NominationsPinned e -> key(e.area(), e.closeId(), e.attempt());
            case MeterMonthReady e -> key(e.area(), e.closeId(), e.attempt());
            case MeterMonthFrozen e -> key(e.area(), e.closeId(), e.attempt());
            default -> throw new IllegalArgumentException("no area in " + event.getPayloadType());
        };
    }

    private static String key(AreaId area, CloseId close, int attempt) {
        return area.value() + "|" + close.value() + "|" + attempt;
    }
}
