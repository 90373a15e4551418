package io.tallybook.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The coefficient tables of one standard, read once from the class path. Lines that begin with # say where they come from.
 * What is wrong with a table is a fault of the build, hence an {@link IllegalStateException}.
 */
public final class Coefficients {
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final MessageDigest digest;

    private Coefficients(List<String> names) {
        digest = sha256();
        names.forEach(this::read);
    }

    /** Reads {@code NAME.csv} of this package for each name. */
    public static Coefficients of(String... names) {
        return new Coefficients(List.of(names));
    }

    /** The rows of a table, each by the names of its columns. */
    public List<Map<String, String>> rows(String table) {
        List<Map<String, String>> rows = tables.get(table);
        if (rows == null) {
            throw new IllegalStateException("no table " + table);
        }
        return rows;
    }

    /** The numbers of a column; an empty cell is NaN and must be asked for. */
    public double[] column(String table, String name) {
        return rows(table).stream().mapToDouble(row -> number(row, name)).toArray();
    }

    /** The number of a cell, NaN where it is empty. */
    public static double number(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no column " + column);
        }
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** The number in column {@code value} of the row of that {@code name}. */
    public double value(String table, String name) {
        return rows(table).stream()
                .filter(row -> name.equals(row.get("name")))
                .findFirst()
                .map(row -> number(row, "value"))
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + table));
    }

    /** SHA-256 over the bytes of all tables in the order they were named, 64 hex digits. */
    public String sha256Hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(String name) {
        try (InputStream in = Coefficients.class.getResourceAsStream(name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("no coefficients " + name);
            }
            byte[] bytes = in.readAllBytes();
            digest.update(bytes);
            tables.put(name, parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> parse(String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Coefficients::cells)
                .toList();
        List<String> header = lines.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), line.get(i));
            }
            rows.add(Map.copyOf(row));
        }
        return List.copyOf(rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
