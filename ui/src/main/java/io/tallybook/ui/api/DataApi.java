package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.Page;
import io.tallybook.query.adjustment.AdjustmentPackageView;
import io.tallybook.query.adjustment.AdjustmentQueries;
import io.tallybook.query.adjustment.AdjustmentView;
import io.tallybook.query.deadletter.DeadLetterCount;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.deadletter.DeadLetterView;
import io.tallybook.query.intake.ImportQueries;
import io.tallybook.query.intake.ImportView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in and what became of it: imports, dead letters, adjustments. Ids with a slash go as a parameter. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "data", description = "Imports, dead letters, prior-period adjustments")
class DataApi {
    private final ImportQueries imports;
    private final DeadLetterQueries deadLetters;
    private final AdjustmentQueries adjustments;

    DataApi(ImportQueries imports, DeadLetterQueries deadLetters, AdjustmentQueries adjustments) {
        this.imports = imports;
        this.deadLetters = deadLetters;
        this.adjustments = adjustments;
    }

    @GetMapping("/imports")
    @Operation(summary = "Imports, newest first")
    Page<ImportView> imports(WhichPage page) {
        return imports.imports(page.request());
    }

    @GetMapping("/import")
    @Operation(summary = "One import with its counts; its dead letters and adjustments are listed by its id")
    ImportView imported(@RequestParam String importId) {
        return there(imports.find(new ImportId(importId)), "import", importId);
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Dead letters, newest first; by status, import, point and month, period, category")
    Page<DeadLetterView> deadLetters(
            @RequestParam @Nullable DeadLetterStatus status,
            @RequestParam @Nullable String importId,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable String category,
            WhichPage page) {
        return deadLetters.deadLetters(filter(status, importId, month, period, category), page.request());
    }

    @GetMapping("/dead-letters/counts")
    @Operation(summary = "How many dead letters there are by category and status")
    List<DeadLetterCount> counts(
            @RequestParam @Nullable String importId,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String period) {
        return deadLetters.counts(filter(null, importId, month, period, null));
    }

    @GetMapping("/dead-letter")
    @Operation(summary = "One dead letter with its raw text and how it was settled")
    DeadLetterView deadLetter(@RequestParam String id) {
        return there(deadLetters.deadLetter(new DeadLetterId(id)), "dead letter", id);
    }

    @GetMapping("/adjustments")
    @Operation(summary = "Packages of prior-period adjustments, one per import, newest first")
    Page<AdjustmentPackageView> packages(WhichPage page) {
        return adjustments.packages(page.request());
    }

    @GetMapping("/adjustments/package")
    @Operation(summary = "The adjustments of a package by day and point, old and new value signed")
    Page<AdjustmentView> adjustments(@RequestParam String importId, WhichPage page) {
        return adjustments.adjustments(new ImportId(importId), page.request());
    }

    @GetMapping("/adjustment")
    @Operation(summary = "One prior-period adjustment")
    AdjustmentView adjustment(@RequestParam String id) {
        return there(adjustments.adjustment(new AdjustmentId(id)), "adjustment", id);
    }

    @GetMapping("/closes/{group}/{period}/adjustments")
    @Operation(summary = "The adjustments to one closed month by day and point")
    Page<AdjustmentView> adjustmentsOf(@PathVariable String group, @PathVariable String period, WhichPage page) {
        return adjustments.adjustments(Found.close(group, period), page.request());
    }

    private static DeadLetterFilter filter(
            @Nullable DeadLetterStatus status,
            @Nullable String importId,
            @Nullable String month,
            @Nullable String period,
            @Nullable String category) {
        return new DeadLetterFilter(
                status,
                importId == null ? null : new ImportId(importId),
                month == null ? null : new MeterMonthId(month),
                period == null ? null : new AccountingPeriod(period),
                category);
    }
}
