package io.tallybook.ui.real;

import io.tallybook.ui.SampleMath.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A close pack as the program wrote it into a directory. */
final class Pack {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** One line of a statement. */
    record Line(String shipper, String day, String point, String direction, BigInteger kwh, BigDecimal amount) {}

    private final Path directory;

    Pack(Path directory) {
        this.directory = directory;
    }

    /** The bytes of every document, by name. */
    Map<String, byte[]> documents() throws IOException {
        Map<String, byte[]> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                documents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return documents;
    }

    List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Path file : matching("statement-.*\\.csv")) {
            String shipper = file.getFileName().toString().replaceFirst("statement-(.*)-\\d{4}-\\d{2}\\.csv", "$1");
            records(file, "line")
                    .forEach(row -> lines.add(new Line(
                            shipper,
                            row.get("gas_day"),
                            row.get("point"),
                            row.get("direction"),
                            new BigInteger(row.get("energy_kwh")),
                            new BigDecimal(row.get("amount")))));
        }
        return lines;
    }

    /** What the statements come to, by shipper. */
    Map<String, Totals> statements() throws IOException {
        Map<String, Totals> totals = new TreeMap<>();
        for (Path file : matching("statement-.*\\.csv")) {
            String shipper = file.getFileName().toString().replaceFirst("statement-(.*)-\\d{4}-\\d{2}\\.csv", "$1");
            totals.put(
                    shipper,
                    totals(lines().stream()
                            .filter(line -> line.shipper().equals(shipper))
                            .toList()));
        }
        return totals;
    }

    /** What the journal bought and sold, by shipper: purchases are debited, revenue is credited. */
    Map<String, Totals> journal() throws IOException {
        Map<String, List<Line>> lines = new TreeMap<>();
        for (CSVRecord row : records(matching("journal-.*\\.csv").getFirst(), "line")) {
            boolean bought = row.get("use").equals("GAS_PURCHASES");
            if (bought || row.get("use").equals("REVENUE")) {
                String shipper = row.get("shipper");
                lines.computeIfAbsent(shipper, s -> new ArrayList<>())
                        .add(new Line(
                                shipper,
                                "",
                                "",
                                row.get("direction"),
                                new BigInteger(row.get("energy_kwh")),
                                new BigDecimal(row.get(bought ? "debit" : "credit"))));
            }
        }
        Map<String, Totals> totals = new TreeMap<>();
        lines.forEach((shipper, of) -> totals.put(shipper, totals(of)));
        return totals;
    }

    /** The pack hash, as it stands in the journal. */
    String hash() throws IOException {
        return records(matching("journal-.*\\.csv").getFirst(), "head").stream()
                .filter(row -> row.get(1).equals("pack hash"))
                .map(row -> row.get(2))
                .findFirst()
                .orElseThrow();
    }

    /** Every text in a cell of the workbook. */
    Set<String> words() throws IOException {
        Set<String> words = new HashSet<>();
        try (Workbook book =
                WorkbookFactory.create(matching("close-.*\\.xlsx").getFirst().toFile(), null, true)) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    words.add(cell.getStringCellValue());
                }
            })));
        }
        return words;
    }

    private static Totals totals(List<Line> lines) {
        return new Totals(
                lines.stream()
                        .filter(l -> l.direction().equals("RECEIPT"))
                        .map(Line::kwh)
                        .reduce(BigInteger.ZERO, BigInteger::add),
                lines.stream()
                        .filter(l -> l.direction().equals("DELIVERY"))
                        .map(Line::kwh)
                        .reduce(BigInteger.ZERO, BigInteger::add),
                lines.stream()
                        .filter(l -> l.direction().equals("RECEIPT"))
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                lines.stream()
                        .filter(l -> l.direction().equals("DELIVERY"))
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private List<Path> matching(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    private static List<CSVRecord> records(Path file, String kind) throws IOException {
        try (CSVParser rows = CSVParser.parse(Files.readString(file), FORMAT)) {
            return rows.stream().filter(row -> row.get("record").equals(kind)).toList();
        }
    }
}
