package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.intake.profile.LegacyMap.Measure;
import io.tallybook.intake.profile.LegacyMap.Subject;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.ui.compare.Comparison;
import io.tallybook.ui.compare.Comparison.Cause;
import io.tallybook.ui.compare.Comparisons;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A parallel run: our figures of a month beside an old system's. */
@RestController
@RequestMapping("/api/v1/closes/{group}/{period}/comparison")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class CompareApi {
    private final Comparisons comparisons;

    CompareApi(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /**
     * One figure on both sides.
     *
     * @param ours kWh or money; null when we have none
     * @param theirs the same of the old system
     */
    record Compared(
            Subject kind,
            String subject,
            String name,
            Measure measure,
            @Nullable BigDecimal ours,
            @Nullable BigDecimal theirs,
            BigDecimal difference,
            List<Cause> causes) {}

    /**
     * A comparison.
     *
     * @param map SHA-256 of the map, file that of the old system's file: they are its address
     * @param differing how many lines differ
     * @param unread what of the file could not be read
     */
    record WholeComparison(String map, String file, long differing, List<Compared> lines, List<String> unread) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyRole('ACCOUNTANT', 'ENGINEER')")
    @Operation(
            summary = "Compares a month with an old system's file: part 'map' is YAML, part 'file' a workbook or CSV")
    WholeComparison compare(
            @PathVariable String group,
            @PathVariable String period,
            @RequestPart MultipartFile map,
            @RequestPart MultipartFile file)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return whole(close(group, period), comparisons.keep(map.getBytes(), bytes));
        } catch (ProfileError e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping
    @Operation(summary = "A comparison made before, as things stand now, by the SHA-256 of its map and file")
    WholeComparison again(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam Sha256 map,
            @RequestParam Sha256 file)
            throws IOException {
        Comparisons.Kept kept = new Comparisons.Kept(map, file);
        if (!comparisons.has(kept)) {
            throw new NotThere("There is no such map or file of a comparison.");
        }
        return whole(close(group, period), kept);
    }

    private static CloseId close(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }

    private WholeComparison whole(CloseId close, Comparisons.Kept kept) throws IOException {
        try {
            Comparison comparison = comparisons.compare(close, kept);
            return new WholeComparison(
                    kept.map().hex(),
                    kept.file().hex(),
                    comparison.differing(),
                    comparison.lines().stream().map(CompareApi::compared).toList(),
                    comparison.unread());
        } catch (UnreadableFile e) {
            throw new Invalid(e.sentence());
        }
    }

    private static Compared compared(Comparison.Line line) {
        return new Compared(
                line.figure().kind(),
                line.figure().subject(),
                line.name(),
                line.figure().measure(),
                line.ours(),
                line.theirs(),
                line.difference(),
                line.causes());
    }
}
