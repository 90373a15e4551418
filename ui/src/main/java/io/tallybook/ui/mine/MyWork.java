package io.tallybook.ui.mine;

import io.tallybook.messages.Role;
import io.tallybook.query.PageRequest;
import io.tallybook.query.adjustment.PackageFilter;
import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.adjustment.PackageState;
import io.tallybook.query.adjustment.PackageView;
import io.tallybook.query.change.ChangeQueries;
import io.tallybook.query.change.ChangeState;
import io.tallybook.query.change.ChangeView;
import io.tallybook.query.workpapers.NoteView;
import io.tallybook.query.workpapers.WorkpapersQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.frame.Ways;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything that waits for a person: where the roles are wanted, with the rule that keeps this very person from it. The rules
 * themselves are the aggregates': this only shows beforehand what they would say.
 */
@Component
public class MyWork {
    private static final int MOST_OF_A_KIND = 100;

    private final CloseWork closes;
    private final WorkpapersQueries workpapers;
    private final ChangeQueries changes;
    private final PackageQueries packages;
    private final Grants grants;

    MyWork(
            CloseWork closes,
            WorkpapersQueries workpapers,
            ChangeQueries changes,
            PackageQueries packages,
            Grants grants) {
        this.closes = closes;
        this.workpapers = workpapers;
        this.changes = changes;
        this.packages = packages;
        this.grants = grants;
    }

    /** What the person may do first, then what takes another; each by kind. ≤ 100 of a kind that is no part of a close. */
    public List<WorkItem> of(Account account) {
        return Stream.of(closes.of(account), notes(account), changes(account), adjustments(account), grants(account))
                .flatMap(items -> items)
                .sorted(Comparator.comparing((WorkItem item) -> !item.may()).thenComparing(WorkItem::kind))
                .toList();
    }

    private Stream<WorkItem> notes(Account account) {
        return workpapers.waitingFor(account.person()).stream()
                .limit(MOST_OF_A_KIND)
                .map(note -> new WorkItem(
                        account.person().equals(note.assignee()) && note.resolvedBy() == null
                                ? WorkKind.NOTE
                                : WorkKind.REVIEW_POINT,
                        note.id().closeId(),
                        note.subject().value(),
                        note.text(),
                        way(note),
                        null));
    }

    private static String way(NoteView note) {
        return Ways.note(note.id().closeId(), note.id().note());
    }

    private Stream<WorkItem> changes(Account account) {
        if (!account.is(Role.ENGINEER) && !account.is(Role.APPROVER) && !account.is(Role.ADMIN)) {
            return Stream.empty();
        }
        List<ChangeView> waiting = changes.changes(ChangeState.PROPOSED, new PageRequest(MOST_OF_A_KIND, null))
                .rows();
        return waiting.stream()
                .map(change -> new WorkItem(
                        WorkKind.CHANGE,
                        null,
                        change.change().value(),
                        change.reason(),
                        Ways.change(change.change()),
                        change.proposedBy().equals(account.person()) ? "proposed" : null));
    }

    private Stream<WorkItem> adjustments(Account account) {
        if (!account.is(Role.APPROVER)) {
            return Stream.empty();
        }
        List<PackageView> offered = packages.packages(
                        new PackageFilter(PackageState.OFFERED, null, null, null),
                        new PageRequest(MOST_OF_A_KIND, null))
                .rows();
        return offered.stream()
                .map(each -> new WorkItem(
                        WorkKind.ADJUSTMENTS,
                        null,
                        each.id().value(),
                        each.reason() == null ? "" : each.reason(),
                        Ways.adjustments(each.id()),
                        each.contributors().contains(account.person()) ? "contributed" : null));
    }

    private Stream<WorkItem> grants(Account account) {
        if (!account.is(Role.ADMIN)) {
            return Stream.empty();
        }
        return grants.waiting().stream()
                .limit(MOST_OF_A_KIND)
                .map(waiting -> new WorkItem(
                        WorkKind.GRANT, null, waiting.grant().user().value(), "", "/users", whyNot(waiting, account)));
    }

    private static @Nullable String whyNot(Grants.Waiting waiting, Account account) {
        if (waiting.grant().by().equals(account.person())) {
            return "proposed";
        }
        return waiting.grant().person().equals(account.person()) ? "own" : null;
    }
}
