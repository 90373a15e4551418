package io.tallybook.command.metering;

import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReopened;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a month stands still, for which attempt of which close, and what that close was told. */
final class Standstill {
    private State state = State.OPEN;
    private @Nullable CloseId close;
    private int attempt;
    private int revision = 1;
    private @Nullable MeterMonthFrozen frozen;
    private @Nullable MeterMonthNotReady notReady;

    private enum State {
        OPEN,
        FROZEN,
        CLOSED
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** People's orders to figures end with the freeze. */
    void checkOpen() {
        Refused.when(
                !isOpen(),
                "month-stands-still",
                "The month stands still for a close: only an open month is estimated.");
    }

    void checkNotClosed() {
        Refused.when(isClosed(), "month-is-closed", "The month is closed: what differs becomes an adjustment.");
    }

    /** How the month stands to a fact that comes late. */
    Standing standing() {
        return isClosed() ? Standing.CLOSED : Standing.FROZEN;
    }

    /** The close the month stands still for. */
    CloseId close() {
        return Objects.requireNonNull(close, "a month stands still for a close");
    }

    /** The close the month is frozen for and not yet closed by. */
    Optional<CloseId> waiting() {
        return state == State.FROZEN ? Optional.ofNullable(close) : Optional.empty();
    }

    /** The answer the month stands still by; there is none while it is open. */
    Optional<MeterMonthFrozen> frozen() {
        return isOpen() ? Optional.empty() : Optional.ofNullable(frozen);
    }

    /** What the close waits for; null when it waits for nothing. */
    @Nullable MeterMonthNotReady notReady() {
        return notReady;
    }

    void checkClose(CloseId wanted) {
        Refused.when(
                close != null && !close.equals(wanted),
                "another-close",
                "The month belongs to another close.",
                Map.of("close", String.valueOf(close)));
    }

    /** An older attempt, or the one it stands still for already. */
    boolean isNoNewsFor(FreezeMeterMonth order) {
        return order.attempt() < attempt
                || frozen().filter(it -> it.attempt() == order.attempt()).isPresent();
    }

    /** A thaw names the new attempt: one the month stands still for already was carried out before. */
    boolean isNoNewsFor(ThawMeterMonth order) {
        return frozen().filter(it -> it.attempt() < order.attempt()).isEmpty();
    }

    boolean isWhatWasSaid(MeterMonthEvent answer) {
        return answer.equals(notReady);
    }

    void remember(MeterMonthNotReady event) {
        close = event.closeId();
        attempt = event.attempt();
        notReady = event;
    }

    void waitsNoMore() {
        notReady = null;
    }

    void remember(MeterMonthFrozen event) {
        state = State.FROZEN;
        close = event.closeId();
        attempt = event.attempt();
        frozen = event;
        notReady = null;
    }

    void remember(MeterMonthThawed event) {
        state = State.OPEN;
        attempt = event.attempt();
        notReady = notReady == null || notReady.attempt() < attempt ? null : notReady;
    }

    void remember(MeterMonthReopened event) {
        state = State.OPEN;
        revision = event.revision();
        notReady = null;
    }

    /** Which revision of its close the month was last opened for, 1 at first. */
    int revision() {
        return revision;
    }

    void rememberClosed() {
        state = State.CLOSED;
        notReady = null;
    }
}
