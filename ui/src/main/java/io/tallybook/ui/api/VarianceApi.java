package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewCommand.RecordVarianceExplanation;
import io.tallybook.messages.variance.VarianceReviewCommand.SignReview;
import io.tallybook.messages.variance.VarianceReviewCommand.UnsignReview;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.query.variance.VarianceQueries;
import io.tallybook.query.variance.VarianceReviewView;
import io.tallybook.query.variance.WordView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of variances: what a month differs by, what is said of it, and the second person's yes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Variances", description = "A month beside what it is compared with, and what is said of what differs")
class VarianceApi {
    private final VarianceQueries variances;
    private final Orders orders;

    VarianceApi(VarianceQueries variances, Orders orders) {
        this.variances = variances;
        this.orders = orders;
    }

    record VarianceExplanationBody(String point, Direction direction, VarianceDriver driver, String text) {}

    /** {@code explanation} is the hash the line's word shows: figures and words. */
    record VarianceSignatureBody(String point, Direction direction, String explanation) {}

    record VarianceReturnBody(String point, Direction direction, String reason) {}

    @GetMapping("/closes/{group}/{period}/variances")
    @Operation(summary = "Every contract's month beside all it is compared with, by contract")
    List<VarianceReviewView> ofClose(@PathVariable String group, @PathVariable String period) {
        return variances.ofClose(Found.close(group, period));
    }

    @GetMapping("/variances/{contract}/{period}")
    @Operation(summary = "A contract's month beside all it is compared with, line by line")
    VarianceReviewView review(@PathVariable String contract, @PathVariable String period) {
        VarianceReviewId review = id(contract, period);
        return there(variances.review(review), "variance review", review.value());
    }

    @GetMapping("/variances/{contract}/{period}/{point}/{direction}/history")
    @Operation(summary = "Everything that was ever said or decided of a line, oldest first")
    List<WordView> history(
            @PathVariable String contract,
            @PathVariable String period,
            @PathVariable String point,
            @PathVariable Direction direction) {
        return variances.history(id(contract, period), new VarianceLine(new PointId(point), direction));
    }

    @PostMapping("/variances/{contract}/{period}/explanations")
    @Gives(RecordVarianceExplanation.class)
    @Operation(summary = "Explains a line that reaches its threshold, with what drove it")
    ResponseEntity<Object> explain(
            @PathVariable String contract,
            @PathVariable String period,
            @RequestBody VarianceExplanationBody body,
            HttpServletRequest request) {
        return orders.give(
                new RecordVarianceExplanation(
                        id(contract, period),
                        new PointId(body.point()),
                        body.direction(),
                        body.driver(),
                        body.text(),
                        by(request),
                        orders.now()),
                request);
    }

    @PostMapping("/variances/{contract}/{period}/signatures")
    @Gives(SignReview.class)
    @Operation(summary = "Approves an explanation; not by who wrote it, nor by who had a hand in the figures")
    ResponseEntity<Object> sign(
            @PathVariable String contract,
            @PathVariable String period,
            @RequestBody VarianceSignatureBody body,
            HttpServletRequest request) {
        return orders.give(
                new SignReview(
                        id(contract, period),
                        new PointId(body.point()),
                        body.direction(),
                        new Sha256(body.explanation()),
                        by(request),
                        orders.now()),
                request);
    }

    @PostMapping("/variances/{contract}/{period}/returns")
    @Gives(UnsignReview.class)
    @Operation(summary = "Sends an explanation back to be said anew; an approved one voids the close's results")
    ResponseEntity<Object> sendBack(
            @PathVariable String contract,
            @PathVariable String period,
            @RequestBody VarianceReturnBody body,
            HttpServletRequest request) {
        return orders.give(
                new UnsignReview(
                        id(contract, period),
                        new PointId(body.point()),
                        body.direction(),
                        body.reason(),
                        by(request),
                        orders.now()),
                request);
    }

    private PersonId by(HttpServletRequest request) {
        return orders.caller(request).person();
    }

    private static VarianceReviewId id(String contract, String period) {
        return VarianceReviewId.of(new ContractId(contract), new AccountingPeriod(period));
    }
}
