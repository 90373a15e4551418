package io.tallybook.report.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.tallybook.report.LibreOffice;
import io.tallybook.report.Sheets;
import io.tallybook.standards.Coefficients;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.aga7.Aga7;
import io.tallybook.standards.aga7.LinearFlow;
import io.tallybook.standards.aga7.MeterFactors;
import io.tallybook.standards.base.BaseConditions;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.gpa2172.Gpa2172;
import io.tallybook.standards.gpa2172.Gpa2172Properties;
import io.tallybook.standards.gpa2172.TheoreticalLiquid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GPA 2172 and AGA 7 have no published example that is at hand. Their equations are written a second time, as formulas of a
 * workbook, which LibreOffice recalculates for a thousand seeded inputs; both must agree but for the last bits of a double.
 */
class SecondEvaluationTest {
    private static final int INPUTS = 1_000;
    private static final double PERCENT = 1e-11;
    private static final String TABLE = "gpa2145_16_secondary";
    private static final List<String> CONSTANTS = List.of(
            "molar_mass", "ideal_gas_ft3_per_gal", "summation_factor", "ideal_ghv_btu_ft3", "liquid_ghv_btu_gal");

    @TempDir
    Path dir;

    @BeforeEach
    void needsLibreOffice() {
        Assumptions.assumeTrue(
                LibreOffice.program().isPresent(),
                "no LibreOffice on this machine: nothing is evaluated a second time");
    }

    /** A gas: mole fractions in the order of the table, base pressure in psia. */
    private record Gas(double[] x, double psia) {}

    @Test
    void gpa2172ComesToTheSameAsItsEquationsInAWorkbook() throws Exception {
        List<Map<String, String>> table = Coefficients.of(TABLE).rows(TABLE);
        List<Gas> gases = gases(table.size());
        List<double[]> theirs = recalculated(gasBook(table, gases), CONSTANTS.size() + 1, table.size() + 1, 11);
        for (int i = 0; i < INPUTS; i++) {
            Gas gas = gases.get(i);
            Gpa2172Properties ours = Gpa2172.of(
                    Composition.of(Gpa2172.components(), gas.x()),
                    Pressure.of(gas.psia(), Pressure.Unit.PSIA),
                    Gpa2172.Water.SATURATED,
                    0);
            near(theirs.get(i), new double[] {
                ours.molarMassLbPerLbmol(),
                ours.z(),
                ours.airZ(),
                ours.idealHeatAt14696BtuPerFt3(),
                ours.dryHeatBtuPerFt3(),
                ours.saturatedWater(),
                ours.saturatedHeatBtuPerFt3(),
                ours.relativeDensity(),
                sum(ours, TheoreticalLiquid::idealGallonsPerMcf),
                sum(ours, TheoreticalLiquid::gallonsPerMcf),
                sum(ours, TheoreticalLiquid::shrinkMmbtuPerMcf)
            });
        }
    }

    private static double sum(Gpa2172Properties of, java.util.function.ToDoubleFunction<TheoreticalLiquid> figure) {
        return of.liquids().stream().mapToDouble(figure).sum();
    }

    private static List<Gas> gases(int components) {
        Random random = new Random(2_172);
        return IntStream.range(0, INPUTS)
                .mapToObj(i -> {
                    double[] x = random.doubles(components, 0, 0.1)
                            .map(part -> random.nextInt(3) == 0 ? 0 : part * part)
                            .toArray();
                    x[0] = 0.5 + random.nextDouble();
                    double sum = IntStream.range(0, components)
                            .mapToDouble(c -> x[c])
                            .sum();
                    IntStream.range(0, components).forEach(c -> x[c] /= sum);
                    return new Gas(x, 14 + random.nextDouble() * 1.5);
                })
                .toList();
    }

    /** The table's constants above, a gas a row: fractions, pressure, then GPA 2172's equations in its order. */
    private static XSSFWorkbook gasBook(List<Map<String, String>> table, List<Gas> gases) {
        XSSFWorkbook book = new XSSFWorkbook();
        Sheet sheet = book.createSheet();
        int n = table.size();
        String last = CellReference.convertNumToColString(n - 1);
        for (int c = 0; c < CONSTANTS.size(); c++) {
            Row row = sheet.createRow(c);
            for (int i = 0; i < n; i++) {
                String value = table.get(i).get(CONSTANTS.get(c));
                if (value != null && !value.isEmpty()) {
                    row.createCell(i).setCellValue(Double.parseDouble(value));
                }
            }
        }
        Row perLiquid = sheet.createRow(CONSTANTS.size());
        for (int i = 0; i < n; i++) {
            String column = CellReference.convertNumToColString(i);
            perLiquid.createCell(i).setCellFormula("IF(ISBLANK(" + column + "5),0,1/" + column + "2)");
        }
        for (int g = 0; g < gases.size(); g++) {
            int number = CONSTANTS.size() + 2 + g;
            Row row = sheet.createRow(number - 1);
            for (int i = 0; i < n; i++) {
                row.createCell(i).setCellValue(gases.get(g).x()[i]);
            }
            row.createCell(n).setCellValue(gases.get(g).psia());
            String x = "$A" + number + ":$" + last + number;
            String pb = CellReference.convertNumToColString(n) + number;
            String[] f = IntStream.range(n + 1, n + 12)
                    .mapToObj(c -> CellReference.convertNumToColString(c) + number)
                    .toArray(String[]::new);
            List<String> formulas = List.of(
                    "SUMPRODUCT(" + x + ",$A$1:$" + last + "$1)",
                    "1-SUMPRODUCT(" + x + ",$A$3:$" + last + "$3)^2*" + pb + "/14.696",
                    "1-(1-0.99959)*" + pb + "/14.696",
                    "SUMPRODUCT(" + x + ",$A$4:$" + last + "$4)",
                    f[3] + "*" + pb + "/14.696/" + f[1],
                    "0.25611/" + pb,
                    f[4] + "*(1-" + f[5] + ")",
                    f[0] + "/28.9625*" + f[2] + "/" + f[1],
                    "1000*SUMPRODUCT(" + x + ",$A$6:$" + last + "$6)*" + pb + "/14.696",
                    f[8] + "/" + f[1],
                    "1000*SUMPRODUCT(" + x + ",$A$6:$" + last + "$6,$A$5:$" + last + "$5)*" + pb + "/14.696/" + f[1]
                            + "/1000000");
            for (int c = 0; c < formulas.size(); c++) {
                row.createCell(n + 1 + c).setCellFormula(formulas.get(c));
            }
        }
        return book;
    }

    /** A linear meter's interval: pulses, seconds, K, five points, then flowing and base p in kPa, T in K, Z. */
    private record Run(double[] in) {
        double at(int column) {
            return in[column];
        }
    }

    @Test
    void aga7ComesToTheSameAsItsEquationsInAWorkbook() throws Exception {
        List<Run> runs = runs();
        List<double[]> theirs = recalculated(runBook(runs), 0, 19, 4);
        for (int i = 0; i < INPUTS; i++) {
            Run run = runs.get(i);
            List<MeterFactors.Point> points = IntStream.range(0, 5)
                    .mapToObj(p -> new MeterFactors.Point(run.at(3 + p), run.at(8 + p)))
                    .toList();
            LinearFlow ours = Aga7.volume(
                    new Aga7.Counted(run.at(0), false),
                    run.at(1),
                    run.at(2),
                    new MeterFactors(points),
                    conditions(run, 13),
                    conditions(run, 16));
            near(
                    theirs.get(i),
                    new double[] {ours.meterFactor(), ours.flowingVolume(), ours.baseMultiplier(), ours.baseVolume()});
        }
    }

    private static BaseConditions conditions(Run run, int from) {
        return new BaseConditions(new Pressure(run.at(from)), new Temperature(run.at(from + 1)), run.at(from + 2));
    }

    private static List<Run> runs() {
        Random random = new Random(7);
        return IntStream.range(0, INPUTS)
                .mapToObj(i -> {
                    List<Double> in = new ArrayList<>(List.of(
                            Math.floor(random.nextDouble() * 4_000_000),
                            600 + Math.floor(random.nextDouble() * 3_000),
                            10 + random.nextDouble() * 500));
                    double frequency = 0;
                    for (int p = 0; p < 5; p++) {
                        frequency += 20 + random.nextDouble() * 300;
                        in.add(frequency);
                    }
                    IntStream.range(0, 5).forEach(p -> in.add(0.99 + random.nextDouble() * 0.02));
                    in.addAll(List.of(
                            200 + random.nextDouble() * 8_000,
                            250 + random.nextDouble() * 80,
                            0.8 + random.nextDouble() * 0.2,
                            101.325 + random.nextDouble(),
                            288.15 + random.nextDouble(),
                            0.99 + random.nextDouble() * 0.01));
                    return new Run(in.stream().mapToDouble(Double::doubleValue).toArray());
                })
                .toList();
    }

    /** Per row MF by straight lines between its points, Vf, the multiplier and Vb. */
    private static XSSFWorkbook runBook(List<Run> runs) {
        XSSFWorkbook book = new XSSFWorkbook();
        Sheet sheet = book.createSheet();
        for (int r = 0; r < runs.size(); r++) {
            int n = r + 1;
            Row row = sheet.createRow(r);
            double[] in = runs.get(r).in();
            IntStream.range(0, in.length).forEach(c -> row.createCell(c).setCellValue(in[c]));
            String hz = "(A%1$d/B%1$d)";
            String below = "MATCH(" + hz + ",D%1$d:H%1$d,1)";
            String left = "INDEX(D%1$d:H%1$d," + below + ")";
            String right = "INDEX(D%1$d:H%1$d," + below + "+1)";
            String low = "INDEX(I%1$d:M%1$d," + below + ")";
            String high = "INDEX(I%1$d:M%1$d," + below + "+1)";
            String factor = "IF(" + hz + "<=D%1$d,I%1$d,IF(" + hz + ">=H%1$d,M%1$d," + low + "+(" + hz + "-" + left
                    + ")*(" + high + "-" + low + ")/(" + right + "-" + left + ")))";
            row.createCell(19).setCellFormula(factor.formatted(n));
            row.createCell(20).setCellFormula("A%1$d/C%1$d*T%1$d".formatted(n));
            row.createCell(21).setCellFormula("(N%1$d/Q%1$d)*(R%1$d/O%1$d)*(S%1$d/P%1$d)".formatted(n));
            row.createCell(22).setCellFormula("U%1$d*V%1$d".formatted(n));
        }
        return book;
    }

    /** The figures of a thousand rows as LibreOffice has them, from this row and column on. */
    private List<double[]> recalculated(XSSFWorkbook book, int firstRow, int firstColumn, int columns)
            throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (book) {
            book.write(bytes);
        }
        try (XSSFWorkbook theirs = Sheets.open(LibreOffice.convert(bytes.toByteArray(), "xlsx", dir))) {
            Sheet sheet = theirs.getSheetAt(0);
            return IntStream.range(firstRow, firstRow + INPUTS)
                    .mapToObj(sheet::getRow)
                    .map(row -> IntStream.range(firstColumn, firstColumn + columns)
                            .mapToDouble(c -> row.getCell(c).getNumericCellValue())
                            .toArray())
                    .toList();
        }
    }

    private static void near(double[] theirs, double[] ours) {
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i]).as("column " + i).isCloseTo(ours[i], withPercentage(PERCENT));
        }
    }
}
