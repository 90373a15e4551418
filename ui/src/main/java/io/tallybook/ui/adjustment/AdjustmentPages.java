package io.tallybook.ui.adjustment;

import io.tallybook.messages.ImportId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.adjustment.AdjustmentPackageView;
import io.tallybook.query.adjustment.AdjustmentQueries;
import io.tallybook.query.adjustment.AdjustmentView;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one import changed of locked months, whichever package it is decided in. */
@PageController
class AdjustmentPages {
    private final AdjustmentQueries adjustments;

    AdjustmentPages(AdjustmentQueries adjustments) {
        this.adjustments = adjustments;
    }

    @GetMapping("/adjustments/import/{*id}")
    String adjustments(@PathVariable String id, Screen screen, Model model) {
        ImportId importId = new ImportId(id.substring(1));
        AdjustmentPackageView found = adjustments.adjustmentPackage(importId).orElseThrow(NotFound.page());
        Page<AdjustmentView> page = adjustments.adjustments(
                importId,
                new PageRequest(PageRequest.MOST, screen.param("cursor").orElse(null)));
        Figures words = screen.figures();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("package.title", found.source().name()),
                                words.word(
                                        "package.stand",
                                        found.adjustments(),
                                        found.points(),
                                        found.days(),
                                        words.difference(found.difference())))
                        .under(words.word("adjustments.title"), "/adjustments")
                        .with(screen.table(
                                        "adjustments",
                                        List.of(
                                                Column.of("day", Kind.DAY),
                                                Column.text("point"),
                                                Column.text("period"),
                                                Column.kwh("oldEnergy"),
                                                Column.kwh("newEnergy"),
                                                Column.difference("difference"),
                                                Column.text("direction"),
                                                Column.figure("position", Kind.COUNT, null)),
                                        page.rows().stream()
                                                .map(a -> row(a, words))
                                                .toList())
                                .onward(screen.onward(page.next()))
                                .live("adjustment"))
                        .fact("fact.import", found.source().name(), Ways.imported(importId))
                        .hash("fact.file", found.source().file())
                        .fact("fact.raised", words.time(found.raisedAt())));
        return "leaf";
    }

    private static Row row(AdjustmentView a, Figures words) {
        return Row.of(
                a.adjustment().value(),
                Cell.of(a.day()).to(Ways.meterDay(a.point(), a.day())),
                Cell.of(a.pointName()).to(Ways.point(a.point())),
                Cell.of(a.closeId().period().value()).to(Ways.close(a.closeId())),
                Cell.of(a.oldEnergy()),
                Cell.of(a.newEnergy()),
                Cell.of(a.difference()),
                Cell.of(words.word(a.reversed() ? "adjustment.reversed" : "adjustment.same")),
                Cell.of(a.position()).to(Ways.event(a.position())));
    }
}
