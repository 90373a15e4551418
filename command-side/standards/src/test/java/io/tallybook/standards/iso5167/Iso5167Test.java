package io.tallybook.standards.iso5167;

import static io.tallybook.standards.Vectors.near;

import io.tallybook.standards.Vectors;
import io.tallybook.standards.iso5167.Iso5167.Conditions;
import io.tallybook.standards.iso5167.Iso5167.Plate;
import io.tallybook.standards.iso5167.Iso5167.Tappings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Iso5167Test {
    static List<Vectors.Row> cases() {
        return Vectors.rows("iso5167_cases");
    }

    private static Tappings tappings(Vectors.Row row) {
        return switch (row.text("taps")) {
            case "corner", "" -> Tappings.CORNER;
            case "D_D2" -> Tappings.D_AND_D_2;
            case "flange" -> Tappings.FLANGE;
            default -> throw new AssertionError(row.text("taps"));
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meetsThePublishedCases(Vectors.Row row) {
        Plate plate = new Plate(row.number("d_m"), row.number("D_m"), tappings(row));
        double actual = switch (row.text("what")) {
            case "epsilon" -> Iso5167.expansibility(plate.beta(), row.number("P1"), row.number("P2"), row.number("k"));
            case "C" ->
                Iso5167.dischargeCoefficient(
                        plate, 4 * row.number("m_kg_s") / (Math.PI * row.number("mu") * row.number("D_m")));
            case "m_kg_s" ->
                Iso5167.flow(
                                plate,
                                new Conditions(
                                        row.number("P1"),
                                        row.number("P2"),
                                        row.number("k"),
                                        row.number("rho"),
                                        row.number("mu")))
                        .massFlowKgPerS();
            default -> Iso5167.massFlow(plate, 0.5988, 0.9975, row.number("P1") - row.number("P2"), row.number("rho"));
        };
        near(row.text("what"), actual, row.number("expected"), 1e-9);
    }
}
