package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.saga.whole.StandInErp;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month whose figures come in five awkward layouts at once, by file, folder and API, each with a mistake that an accountant
 * corrects or excludes; it closes to the lock with the figures that {@link AwkwardOctober} adds up. One story, so long.
 */
class AwkwardMonthIT {
    private static final String CLOSE = "/api/v1/closes/north/2024-10";
    private static final String PASSWORD = "chosen by herself 1";
    private static final int MOST_LOOKS = 600;

    @TempDir
    static Path scratch;

    @Test
    void fiveAwkwardLayoutsCloseToTheLock() throws Exception {
        Path data = scratch.resolve("books");
        try (SequencedApi border = new SequencedApi(IntStream.range(0, AwkwardOctober.HOURS)
                        .mapToObj(i -> AwkwardOctober.border(i, i + 1, i != AwkwardOctober.TWICE))
                        .toList());
                Started program = Started.start(
                        Map.of("TALLYBOOK_SOURCES_HOSTS", border.address(), "TALLYBOOK_SOURCES_SETTLE", "200ms"),
                        "start",
                        "--port",
                        "0",
                        "--data",
                        data.toString())) {
            People people = People.of(program);
            setUp(people);
            deliver(people, border, data);
            settle(people, border, data);
            close(people, data);
            compare(people.anna());
        }
    }

    private record People(Api eric, Api anna, Api oscar, Api bob, Api carol) {
        static People of(Started program) throws IOException {
            program.api()
                    .post(
                            "/api/v1/first-admin",
                            Map.of("code", program.code(), "user", "ada", "name", "Ada", "password", PASSWORD));
            Api ada = program.api().signIn("ada", PASSWORD);
            Map<String, String> roles = Map.of(
                    "eric",
                    "ENGINEER",
                    "anna",
                    "ACCOUNTANT",
                    "oscar",
                    "OPERATOR",
                    "bob",
                    "APPROVER",
                    "carol",
                    "APPROVER");
            roles.forEach((user, role) -> ada.put(
                    "/api/v1/users/" + user,
                    Map.of("person", user, "name", user, "password", PASSWORD, "roles", List.of(role))));
            return new People(
                    program.api().signIn("eric", PASSWORD),
                    program.api().signIn("anna", PASSWORD),
                    program.api().signIn("oscar", PASSWORD),
                    program.api().signIn("bob", PASSWORD),
                    program.api().signIn("carol", PASSWORD));
        }
    }

    private static void setUp(People people) throws Exception {
        Path book = scratch.resolve("setup.xlsx");
        Files.write(book, people.eric().bytes("/api/v1/setup/workbook"));
        try (InputStream bytes = Files.newInputStream(book);
                Workbook workbook = WorkbookFactory.create(bytes)) {
            fill(workbook);
            try (OutputStream out = Files.newOutputStream(book)) {
                workbook.write(out);
            }
        }
        String change = people.eric()
                .workbook("/api/v1/setup/workbook", book)
                .get("change")
                .asString();
        JsonNode proposed = people.bob().get("/api/v1/changes/" + change).get("change");
        people.bob()
                .post(
                        "/api/v1/changes/" + change + "/approve",
                        Map.of("content", proposed.get("content").asString()));
        JsonNode last = await(people.bob(), "/api/v1/changes/" + change, "/change/state", "IN_FORCE");
        assertThat(last.at("/change/refused").asInt(0)).as(last.toString()).isZero();
    }

    private static void fill(Workbook book) {
        Sheets.rows(book, "Networks", List.of("north", "north", "The north", "north-accounts"));
        Sheets.rows(book, "Areas", List.of("system", "north", "The system", "2024-10", 1, 0.5, 250));
        Sheets.rows(
                book,
                "Points",
                point("field", "FLOW", "GAS_DAY"),
                point("plant", "FLOW", "HOUR"),
                point("town", "FLOW", "HOUR"),
                point("mill", "FLOW", "HOUR"),
                point("border", "FLOW", "HOUR"),
                point("cavern", "STORAGE", "HOUR"));
        Sheets.rows(book, "Shippers", List.of("alpha", "Alpha Gas"), List.of("beta", "Beta Gas"));
        Sheets.rows(book, "Price series", List.of("hub", "The hub", "EUR"));
        Sheets.rows(book, "Contracts", contract("alpha-1", "alpha"), contract("beta-1", "beta"));
        Sheets.rows(
                book,
                "Shares",
                share("alpha-1", "field", "RECEIPT", "0.6"),
                share("beta-1", "field", "RECEIPT", "0.4"),
                share("beta-1", "plant", "RECEIPT", "1"),
                share("alpha-1", "town", "DELIVERY", "1"),
                share("beta-1", "mill", "DELIVERY", "1"),
                share("beta-1", "border", "DELIVERY", "1"));
        Sheets.rows(
                book,
                "Accounts",
                List.of("north-accounts", "GAS_PURCHASES", "5010", "Gas purchases"),
                List.of("north-accounts", "PAYABLE", "2010", "Payable"),
                List.of("north-accounts", "RECEIVABLE", "1210", "Receivable"),
                List.of("north-accounts", "REVENUE", "4010", "Revenue"));
        Sheets.rows(
                book,
                "Calendars",
                List.of("north", "north", "2024-10", "Europe/Berlin", 1000000, 0, "the first month"));
    }

    private static List<Object> point(String id, String role, String interval) {
        return List.of(id, "system", id, role, "Europe/Berlin", "06:00", interval, LocalDate.of(2024, 1, 1), 1);
    }

    private static List<Object> contract(String id, String shipper) {
        return List.of(id, "north", "system", shipper, "2024-10", "hub", "LAST_PUBLISHED", 7, "EUR");
    }

    private static List<Object> share(String contract, String point, String direction, String share) {
        return List.of(contract, "2024-10", point, direction, share);
    }

    /** Everything as it comes, mistakes and all. */
    private static void deliver(People people, SequencedApi border, Path data) throws Exception {
        Api oscar = people.oscar();
        prices(oscar);
        assertThat(imported(oscar, FIELD, AwkwardOctober.field(true))).isEqualTo("30 in, 0 unchanged, 1 rejected");
        assertThat(imported(oscar, PLANT, AwkwardOctober.plant(true))).isEqualTo("744 in, 0 unchanged, 1 rejected");
        assertThat(imported(oscar, TOWN_AND_MILL, AwkwardOctober.townAndMill(true)))
                .isEqualTo("1489 in, 0 unchanged, 1 rejected");

        folder(data, "october.prn", AwkwardOctober.cavern(true));
        people.eric()
                .put(
                        "/api/v1/sources/cavern",
                        Map.of(
                                "kind",
                                "FLOW_COMPUTER",
                                "profile",
                                CAVERN,
                                "everySeconds",
                                86_400,
                                "folder",
                                Map.of("path", "cavern", "glob", "*.prn")));
        people.eric()
                .put(
                        "/api/v1/sources/border",
                        Map.of(
                                "kind",
                                "MEASUREMENT",
                                "profile",
                                BORDER,
                                "everySeconds",
                                86_400,
                                "http",
                                Map.of(
                                        "baseUrl", border.address(),
                                        "path", "/v2/flows",
                                        "requestsPerMinute", 6_000,
                                        "paging",
                                                Map.of(
                                                        "style", "CURSOR",
                                                        "parameter", "cursor",
                                                        "pointer", "/meta/next"),
                                        "watermark",
                                                Map.of(
                                                        "parameter", "since",
                                                        "pointer", "/seq",
                                                        "type", "NUMBER",
                                                        "ascending", true))));
        JsonNode pulled = await(oscar, "/api/v1/sources/border", "/source/watermark", "745");
        assertThat(pulled.at("/source/lastPull").hasNonNull("fault")).isFalse();
        assertThat(border.requests()).as("seven pages and an overload").isEqualTo(8);
        await(oscar, "/api/v1/meter-months/cavern/2024-10", "/recorded", "744");
    }

    /** The accountant sees what was not taken, has it corrected, and excludes what is none of ours. */
    private static void settle(People people, SequencedApi border, Path data) throws Exception {
        Api anna = people.anna();
        assertThat(letters(anna, "OPEN"))
                .containsExactlyInAnyOrder(
                        "NULL_VALUE field/2024-10",
                        "BAD_NUMBER plant/2024-10",
                        "BAD_NUMBER mill/2024-10",
                        "BAD_TIME border/2024-10",
                        "BAD_NUMBER cavern/2024-10",
                        "DUPLICATE cavern/2024-10");
        JsonNode alarmed = anna.get("/api/v1/dead-letters?status=OPEN&category=DUPLICATE")
                .get("rows")
                .get(0);
        assertThat(alarmed.get("raw").asString()).endsWith("1.000.000,00;E7");
        anna.post(
                "/api/v1/dead-letters/exclusions?id="
                        + Api.encode(alarmed.get("deadLetter").asString()),
                Map.of("reason", "a record of alarm E7 beside the hour's own"));
        assertThat(imported(anna, FIELD, AwkwardOctober.field(false))).isEqualTo("1 in, 30 unchanged, 0 rejected");
        assertThat(imported(anna, PLANT, AwkwardOctober.plant(false))).isEqualTo("1 in, 744 unchanged, 0 rejected");
        assertThat(imported(anna, TOWN_AND_MILL, AwkwardOctober.townAndMill(false)))
                .isEqualTo("1 in, 1489 unchanged, 0 rejected");
        border.publish(AwkwardOctober.border(AwkwardOctober.TWICE, AwkwardOctober.HOURS + 1, true));
        people.oscar().post("/api/v1/sources/border/pulls", Map.of());
        folder(data, "october-2.prn", AwkwardOctober.cavern(false));
        people.oscar().post("/api/v1/sources/cavern/pulls", Map.of());
        for (int look = 0; look < MOST_LOOKS && !letters(anna, "OPEN").isEmpty(); look++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(letters(anna, "OPEN"))
                .as("a good value has replaced the others")
                .isEmpty();
        assertThat(letters(anna, "EXCLUDED")).containsExactly("DUPLICATE cavern/2024-10");
        assertThat(letters(anna, "REPLACED")).hasSize(5);
    }

    private static void close(People people, Path data) throws Exception {
        Api anna = people.anna();
        anna.post(CLOSE, Map.of());
        await(anna, CLOSE, "/status", "OPEN");
        anna.post(CLOSE + "/cutoff", Map.of());
        String pack = await(anna, CLOSE, "/status", "READY").get("packHash").asString();
        people.bob().post(CLOSE + "/approvals", Map.of("packHash", pack));
        people.carol().post(CLOSE + "/approvals", Map.of("packHash", pack));
        new StandInErp(data.resolve("erp")).post("north_2024-10_CLOSE_1", "4711");
        await(anna, CLOSE, "/status", "PUBLISHED");
        people.carol().post(CLOSE + "/lock", Map.of("packHash", pack));
        assertThat(await(anna, CLOSE, "/status", "LOCKED").get("packHash").asString())
                .isEqualTo(pack);
    }

    private static void compare(Api anna) {
        for (String point : List.of("field", "plant", "town", "mill", "border", "cavern")) {
            JsonNode month = anna.get("/api/v1/meter-months/" + point + "/2024-10");
            long[] expected = sum(AwkwardOctober.days(point));
            assertThat(month.get("receipt").decimalValue()).as(point).isEqualByComparingTo(kwh(expected[0]));
            assertThat(month.get("delivery").decimalValue()).as(point).isEqualByComparingTo(kwh(expected[1]));
        }
        BigDecimal unaccounted = anna.get("/api/v1/balances/system/2024-10")
                .at("/month/unaccounted")
                .decimalValue();
        assertThat(unaccounted).isEqualByComparingTo(kwh(AwkwardOctober.unaccounted()));
        JsonNode alpha = anna.get("/api/v1/statements/alpha/2024-10").get("totals");
        JsonNode beta = anna.get("/api/v1/statements/beta/2024-10").get("totals");
        check(alpha, "receipts", "purchases", worth("field", 0, 60));
        check(alpha, "deliveries", "sales", worth("town", 1, 100));
        check(beta, "receipts", "purchases", worth("field", 0, 40), worth("plant", 0, 100));
        check(beta, "deliveries", "sales", worth("mill", 1, 100), worth("border", 1, 100));
        JsonNode journal = anna.get(CLOSE + "/journal");
        BigDecimal turnover = Map.of("alpha", alpha, "beta", beta).values().stream()
                .flatMap(totals -> List.of(totals.get("purchases"), totals.get("sales")).stream())
                .map(money -> money.get("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(journal.at("/debits/amount").decimalValue())
                .isEqualByComparingTo(journal.at("/credits/amount").decimalValue())
                .isEqualByComparingTo(turnover);
    }

    private record Line(BigDecimal kwh, BigDecimal money) {}

    /** A point's month, its days valued one by one, at some percent. */
    private static Line worth(String point, int way, int percent) {
        BigDecimal kwh = BigDecimal.ZERO;
        BigDecimal money = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, long[]> day : AwkwardOctober.days(point).entrySet()) {
            long part = day.getValue()[way] * percent / 100;
            kwh = kwh.add(kwh(part));
            money = money.add(AwkwardOctober.worth(part, day.getKey()));
        }
        return new Line(kwh, money);
    }

    private static void check(JsonNode totals, String quantity, String money, Line... lines) {
        assertThat(totals.get(quantity).decimalValue())
                .as(quantity)
                .isEqualByComparingTo(List.of(lines).stream().map(Line::kwh).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(totals.get(money).get("amount").decimalValue())
                .as(money)
                .isEqualByComparingTo(
                        List.of(lines).stream().map(Line::money).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static long[] sum(Map<LocalDate, long[]> days) {
        long[] sum = new long[2];
        days.values().forEach(day -> {
            sum[0] += day[0];
            sum[1] += day[1];
        });
        return sum;
    }

    private static BigDecimal kwh(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static List<String> letters(Api api, String status) {
        return api.get("/api/v1/dead-letters?limit=100&status=" + status)
                .get("rows")
                .valueStream()
                .map(letter -> letter.get("category").asString() + " "
                        + letter.path("month").asString("nowhere"))
                .toList();
    }

    private static String imported(Api person, String profile, byte[] file) throws IOException {
        Path at = Files.write(Files.createTempFile(scratch, "file", ""), file);
        JsonNode summary = person.importFile("profile.yaml", profile, "file", at);
        assertThat(summary.hasNonNull("failure")).as(summary.toString()).isFalse();
        JsonNode counts = summary.get("counts");
        return "%d in, %d unchanged, %d rejected"
                .formatted(
                        counts.get("accepted").asInt(),
                        counts.get("unchanged").asInt(),
                        counts.get("rejected").asInt());
    }

    private static void folder(Path data, String name, byte[] file) throws IOException {
        Files.write(Files.createDirectories(data.resolve("sources/cavern")).resolve(name), file);
    }

    private static void prices(Api oscar) throws IOException {
        String csv = IntStream.rangeClosed(1, 31)
                .mapToObj(day -> LocalDate.of(2024, 10, day))
                .map(day -> day + "," + AwkwardOctober.price(day) + "\n")
                .collect(Collectors.joining("", "day,price\n", ""));
        assertThat(imported(oscar, PRICES, csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("31 in, 0 unchanged, 0 rejected");
    }

    /** What the API answers once it says so; where there is nothing yet, it is asked again. */
    private static JsonNode await(Api person, String path, String pointer, String wanted) throws InterruptedException {
        JsonNode last = JsonMapper.shared().createObjectNode();
        for (int look = 0; look < MOST_LOOKS; look++) {
            try {
                last = person.get(path);
            } catch (ApiRefused e) {
                assertThat(e.rule()).isEqualTo("not-found");
            }
            if (wanted.equals(last.at(pointer).asString(""))) {
                return last;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(path + " is not " + wanted + " but " + last);
    }

    private static final String PRICES = """
            name: hub
            kind: prices
            series: hub
            day: {field: day, pattern: uuuu-MM-dd}
            price: price
            currency: EUR
            """;

    private static final String FIELD = """
            name: field
            delimiter: ;
            decimal: ','
            null-words: ['NULL', '']
            header: {row: 3, footers: [Summe]}
            time: {field: Gastag, pattern: dd.MM.uuuu, means: gas-day, zone: Europe/Berlin, day-starts: '06:00'}
            points: {Feld kWh: field}
            ignore: [Bemerkung]
            """;

    private static final String PLANT = """
            name: plant
            format: excel
            sheet: Oktober
            header: {row: 2, rows: 2, footers: [Total, Mean]}
            time: {field: Hour, zone: Europe/Berlin, ambiguous: ascending}
            unit: MWh
            quality: Plant State
            points: {Plant MWh: plant}
            """;

    private static final String TOWN_AND_MILL = """
            name: town-and-mill
            format: excel
            direction: signed-delivery-positive
            time: {field: Zeit, pattern: serial, zone: Europe/Berlin, ambiguous: ascending}
            points: {Stadt: town, Papierfabrik: mill}
            ignore: [Bemerkung]
            """;

    private static final String BORDER = """
            name: border
            format: json
            records: data.items
            layout: long
            point: meter.tag
            value: energy.kwh
            time: {field: time.local, zone: Europe/Berlin, offset-field: time.offset}
            points: {B-7: border}
            """;

    private static final String CAVERN = """
            name: cavern
            delimiter: ;
            charset: ISO-8859-1
            comment: '*'
            decimal: ','
            grouping: .
            direction: signed-delivery-positive
            time:
              field: Ende
              pattern: dd.MM.uuuu HH:mm
              means: interval-end
              zone: Europe/Berlin
              ambiguous: ascending
            points: {Energie kWh: cavern}
            ignore: [Nr, Störung]
            """;
}
