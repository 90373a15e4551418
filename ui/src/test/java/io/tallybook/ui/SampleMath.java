package io.tallybook.ui;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The sample's month computed a second time, from the published files, by code that shares nothing with the program: regular
 * expressions and integers. Contracts and shares are those of the demo's configuration, written down again.
 */
public final class SampleMath {
    private static final BigDecimal MJ_PER_MMBTU = new BigDecimal("1055.05585262");
    private static final List<String> SHIPPERS = List.of("baltic-trading", "island-energy", "northern-gas");
    private static final Map<String, int[]> HUNDRED_MILLIONTHS = Map.of(
            "KWhFromBiogas", new int[] {30000000, 20000000, 50000000},
            "KWhToDenmark", new int[] {35000000, 25000000, 40000000},
            "KWhToOrFromGermany", new int[] {33333333, 33333334, 33333333},
            "KWhFromNorthSea", new int[] {42500000, 12500000, 45000000},
            "KWhToPoland", new int[] {40000000, 5000000, 55000000},
            "KWhToSweden", new int[] {10000000, 30000000, 60000000},
            "kWhFromTyra", new int[] {57142857, 14285714, 28571429});

    /** One shipper's month. */
    public record Totals(BigInteger receipts, BigInteger deliveries, BigDecimal purchases, BigDecimal sales) {}

    private final Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
    private final TreeMap<LocalDate, BigDecimal> prices = new TreeMap<>();

    public SampleMath(Path gasFlow, Path henryHub) throws IOException {
        String json = gunzip(gasFlow);
        Matcher records = Pattern.compile("\\{\"GasDay\": \"([0-9-]{10})[^}]*}").matcher(json);
        while (records.find()) {
            Map<String, Long> day = new HashMap<>();
            Matcher values = Pattern.compile("\"([kK]Wh\\w+)\": (-?[0-9]+)").matcher(records.group());
            while (values.find()) {
                day.put(values.group(1), Long.parseLong(values.group(2)));
            }
            days.put(LocalDate.parse(records.group(1)), day);
        }
        for (String line : Files.readAllLines(henryHub)) {
            String[] cells = line.split(",", -1);
            if (cells[0].matches("[0-9-]{10}") && !cells[1].isBlank()) {
                prices.put(LocalDate.parse(cells[0]), new BigDecimal(cells[1]));
            }
        }
    }

    /** By shipper id. */
    public Map<String, Totals> month(String period) {
        BigInteger[] in = zeros();
        BigInteger[] out = zeros();
        BigDecimal[] bought = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal[] sold = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        days.forEach((date, points) -> {
            if (date.toString().startsWith(period)) {
                BigDecimal price = prices.floorEntry(date).getValue();
                HUNDRED_MILLIONTHS.forEach((point, shares) -> {
                    long signed = points.getOrDefault(point, 0L);
                    long[] parts = split(Math.abs(signed), shares);
                    for (int i = 0; i < 3; i++) {
                        BigDecimal money = BigDecimal.valueOf(parts[i])
                                .multiply(new BigDecimal("3.6"))
                                .multiply(price)
                                .divide(MJ_PER_MMBTU, 2, RoundingMode.HALF_UP);
                        if (signed >= 0) {
                            in[i] = in[i].add(BigInteger.valueOf(parts[i]));
                            bought[i] = bought[i].add(money);
                        } else {
                            out[i] = out[i].add(BigInteger.valueOf(parts[i]));
                            sold[i] = sold[i].add(money);
                        }
                    }
                });
            }
        });
        Map<String, Totals> totals = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            totals.put(SHIPPERS.get(i), new Totals(in[i], out[i], bought[i], sold[i]));
        }
        return totals;
    }

    /** Hamilton's method; ties go to the first in the order of contract ids, which is the order of SHIPPERS. */
    private static long[] split(long total, int[] shares) {
        long[] parts = new long[3];
        BigInteger[] rest = new BigInteger[3];
        long given = 0;
        for (int i = 0; i < 3; i++) {
            BigInteger[] exact = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(shares[i]))
                    .divideAndRemainder(BigInteger.valueOf(100_000_000));
            parts[i] = exact[0].longValueExact();
            rest[i] = exact[1];
            given += parts[i];
        }
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        order.sort(Comparator.<Integer, BigInteger>comparing(i -> rest[i]).reversed());
        for (int i = 0; i < total - given; i++) {
            parts[order.get(i)]++;
        }
        return parts;
    }

    private static BigInteger[] zeros() {
        return new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    }

    private static String gunzip(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
