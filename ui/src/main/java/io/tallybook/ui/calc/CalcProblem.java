package io.tallybook.ui.calc;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.NotCalculated;
import io.tallybook.standards.OutOfRange;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why there is no figure, as Problem Details (RFC 9457) with the field it is about. */
public final class CalcProblem {
    private CalcProblem() {}

    /** type, title, status, detail, field. */
    public static ObjectNode of(NotCalculated no) {
        String rule = switch (no) {
            case InvalidInput it -> "invalid-input";
            case OutOfRange it -> "out-of-range";
            case CalculationFailed it -> "calculation-failed";
        };
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:problem:" + rule)
                .put("title", rule.replace('-', ' '))
                .put("status", 422)
                .put("detail", no.getMessage())
                .put("field", no.field());
    }
}
