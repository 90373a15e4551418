package io.tallybook.ui.mine;

import io.tallybook.messages.workpapers.Subject;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.workpapers.SubjectWords;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the signed-in person, and of what their roles are wanted for, why it takes another. */
@PageController
class MinePage {
    private static final List<Column> COLUMNS = List.of(
            Column.text("work"),
            Column.of("state", Kind.STATE),
            Column.text("group"),
            Column.text("period"),
            Column.text("work-subject"),
            Column.text("work-sentence"),
            Column.text("work-why"));

    private final MyWork work;

    MinePage(MyWork work) {
        this.work = work;
    }

    @GetMapping("/mine")
    String mine(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        Figures words = screen.figures();
        List<WorkItem> items = work.of(account);
        long may = items.stream().filter(WorkItem::may).count();
        model.addAttribute(
                "leaf",
                new Leaf(words.word("mine.title"), words.word("mine.stand", may, items.size() - may))
                        .with(screen.table(
                                        "work",
                                        COLUMNS,
                                        IntStream.range(0, items.size())
                                                .mapToObj(number -> row(items.get(number), number, words))
                                                .toList())
                                .live("close change workpapers variance adjustment accrual journal")));
        return "leaf";
    }

    private static Row row(WorkItem item, int number, Figures words) {
        return Row.of(
                item.kind() + "-" + number,
                Cell.of(words.word("work." + item.kind())).to(item.href()),
                Cell.of(item.may() ? State.waiting("work.yours") : State.revoked("work.anothers")),
                Cell.of(item.closeId() == null ? null : item.closeId().group().value()),
                Cell.of(item.closeId() == null ? null : item.closeId().period().value()),
                Cell.of(subject(item, words)),
                Cell.of(item.sentence().isEmpty() ? null : item.sentence()).marked("short"),
                Cell.of(item.why() == null ? null : words.word("work.why." + item.why())));
    }

    private static String subject(WorkItem item, Figures words) {
        return switch (item.kind()) {
            case NOTE, REVIEW_POINT -> SubjectWords.of(new Subject(item.subject()), words);
            case ESCALATED -> words.word("step." + item.subject());
            default -> item.subject();
        };
    }
}
