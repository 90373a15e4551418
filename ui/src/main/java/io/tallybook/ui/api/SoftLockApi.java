package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.MoveSoftLocks;
import io.tallybook.messages.close.LockArea;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.LockExceptionView;
import io.tallybook.query.close.SoftLockView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The soft locks of a close group and the exceptions from them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class SoftLockApi {
    private final Orders orders;
    private final CloseQueries closes;

    SoftLockApi(Orders orders, CloseQueries closes) {
        this.orders = orders;
        this.closes = closes;
    }

    /** A gas day per area, all four at once; an area left out is not locked. */
    record SoftLockDates(
            @Nullable String measurement,
            @Nullable String configuration,
            @Nullable String allocation,
            @Nullable String accounting,
            String reason) {}

    /** Who may work behind a soft lock, and for how long; without a person everybody may. */
    record LockExceptionAsked(LockArea area, @Nullable String person, int minutes, String reason) {}

    record WhyExceptionEnds(String reason) {}

    /** Where the soft locks stand, and who was let behind them, the newest first. */
    record SoftLocks(List<SoftLockView> locks, List<LockExceptionView> exceptions) {}

    @GetMapping("/calendars/{group}/soft-locks")
    @Operation(summary = "Through which gas day each area of work is soft-locked, and the exceptions from it")
    SoftLocks softLocks(@PathVariable String group) {
        CalendarView calendar = Found.there(closes.calendar(new CloseGroup(group)), "close group", group);
        return new SoftLocks(calendar.softLocks(), calendar.lockExceptions());
    }

    @PutMapping("/calendars/{group}/soft-locks")
    @Gives(MoveSoftLocks.class)
    @Operation(summary = "Moves the soft locks, up or down: people's orders behind them are refused")
    ResponseEntity<Object> move(
            @PathVariable String group, @RequestBody SoftLockDates body, HttpServletRequest request) {
        Map<LockArea, GasDay> through = new EnumMap<>(LockArea.class);
        put(through, LockArea.MEASUREMENT, body.measurement());
        put(through, LockArea.CONFIGURATION, body.configuration());
        put(through, LockArea.ALLOCATION, body.allocation());
        put(through, LockArea.ACCOUNTING, body.accounting());
        return orders.give(
                new MoveSoftLocks(new CloseGroup(group), through, body.reason(), by(request), orders.now()), request);
    }

    private static void put(Map<LockArea, GasDay> through, LockArea area, @Nullable String day) {
        if (day != null) {
            through.put(area, new GasDay(day));
        }
    }

    @PostMapping("/calendars/{group}/lock-exceptions")
    @Gives(GrantLockException.class)
    @Operation(summary = "Lets another person, or everybody, work behind an area's soft lock for a while")
    ResponseEntity<Object> grant(
            @PathVariable String group, @RequestBody LockExceptionAsked body, HttpServletRequest request) {
        PersonId person = body.person() == null ? null : new PersonId(body.person());
        return orders.give(
                new GrantLockException(
                        new CloseGroup(group),
                        body.area(),
                        person,
                        body.minutes(),
                        body.reason(),
                        by(request),
                        orders.now()),
                request);
    }

    @PostMapping("/calendars/{group}/lock-exceptions/{number}/end")
    @Gives(EndLockException.class)
    @Operation(summary = "Ends an exception from a soft lock before its time")
    ResponseEntity<Object> end(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody WhyExceptionEnds body,
            HttpServletRequest request) {
        return orders.give(
                new EndLockException(new CloseGroup(group), number, body.reason(), by(request), orders.now()), request);
    }

    private PersonId by(HttpServletRequest request) {
        return orders.caller(request).person();
    }
}
