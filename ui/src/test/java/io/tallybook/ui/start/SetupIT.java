package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.saga.whole.StandInErp;
import io.tallybook.ui.Program;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an empty directory to a locked month without the demo, people and system by the workbook; one story, so long. */
class SetupIT {
    private static final String CLOSE = "/api/v1/closes/north/2026-09";
    private static final int MOST_LOOKS = 600;

    @TempDir
    static Path scratch;

    @Test
    void fromNothingToALockedMonthByTheWorkbook() throws Exception {
        Path data = scratch.resolve("books");
        try (Started program = Started.start("start", "--port", "0", "--data", data.toString())) {
            Api ada = firstAdmin(program);
            Path book = scratch.resolve("setup.xlsx");
            Program.Run template = Program.run(
                    "setup",
                    "template",
                    "--server",
                    program.address(),
                    "--token-file",
                    token(ada),
                    "--out",
                    book.toString());
            assertThat(template.output()).contains("Written: " + book);
            fill(book);

            Map<String, String> passwords = people(ada, book);
            Crew people = new Crew(program, passwords);
            Program.Run checked = setup(program, people.as("eric"), book, "--check");
            assertThat(checked.output())
                    .containsPattern("Points +row 5 +inlet +new")
                    .containsPattern("Users +row 5 +ada +forbidden")
                    .contains("29 rows, 6 not taken");
            assertThat(people.as("eric").get("/api/v1/networks"))
                    .as("--check writes nothing")
                    .isEmpty();

            Program.Run engineer = setup(program, people.as("eric"), book, "--reason", "the first month");
            assertThat(engineer.output()).containsPattern("Points +row 5 +inlet +proposed");
            assertThat(engineer.output())
                    .containsPattern("Users +row 5 +ada +forbidden")
                    .contains("29 rows, 6 not taken");
            Program.Run accountant = setup(program, people.as("anna"), book, "--check");
            assertThat(accountant.output())
                    .as("an accountant proposes accounts and the calendar, and no network")
                    .containsPattern("Networks +row 5 +north +forbidden")
                    .containsPattern("Accounts +row 5 +north-accounts +new");
            approve(program, people);
            assertThat(setup(program, people.as("eric"), book, "--check").output())
                    .containsPattern("Points +row 5 +inlet +unchanged")
                    .doesNotContain(" new");

            closeAMonth(program, people, data);
            comesBackAsItIs(program, people.as("eric"));
            comparesWithTheOldSystem(program, people.as("anna"));
        }
    }

    /** Who proposed it cannot approve it; another person can, and then it takes effect. */
    private static void approve(Started program, Crew people) throws Exception {
        JsonNode waiting =
                people.as("bob").get("/api/v1/changes?state=PROPOSED").get("rows");
        assertThat(waiting).hasSize(1);
        String change = waiting.get(0).get("change").asString();
        Program.Run own = decide(program, people.as("eric"), "approve", change);
        assertThat(own.code()).isEqualTo(1);
        assertThat(own.output()).contains("Who proposed a change does not approve it");
        assertThat(decide(program, people.as("bob"), "show", change).output())
                .contains("by eric: the first month")
                .containsPattern("Point +inlet");

        Program.Run approved = decide(program, people.as("bob"), "approve", change);

        assertThat(approved.code()).as(approved.output()).isZero();
        JsonNode last = people.as("bob").get("/api/v1/changes/" + change).get("change");
        for (int look = 0; look < MOST_LOOKS && !last.get("state").asString().equals("IN_FORCE"); look++) {
            TimeUnit.MILLISECONDS.sleep(200);
            last = people.as("bob").get("/api/v1/changes/" + change).get("change");
        }
        assertThat(last.get("state").asString()).as(last.toString()).isEqualTo("IN_FORCE");
        // every row but the shares and the later accounts, which others take along
        assertThat(last.get("taken").asInt()).isEqualTo(12);
    }

    private static Program.Run decide(Started program, Api person, String deed, String change) throws Exception {
        return Program.run("setup", deed, "--server", program.address(), "--token-file", token(person), change);
    }

    /** People who sign in with the passwords they were handed. */
    private record Crew(Started program, Map<String, String> passwords) {
        Api as(String user) throws IOException {
            return program.api().signIn(user, passwords.getOrDefault(user, ""));
        }
    }

    private static Api firstAdmin(Started program) throws IOException {
        program.api()
                .post(
                        "/api/v1/first-admin",
                        Map.of(
                                "code", program.code(),
                                "user", "ada",
                                "name", "Ada",
                                "password", "chosen by herself 1"));
        return program.api().signIn("ada", "chosen by herself 1");
    }

    /** The Admin takes in the users, and only those: the rest is for others to set up. */
    private static Map<String, String> people(Api ada, Path book) {
        JsonNode rows = ada.workbook("/api/v1/setup/workbook", book).get("rows");
        Map<String, String> passwords = new HashMap<>();
        for (JsonNode row : rows) {
            if (row.get("sheet").asString().equals("Users")) {
                assertThat(row.get("sentence").asString()).as(row.toString()).isEmpty();
                if (row.hasNonNull("password")) {
                    passwords.put(
                            row.get("what").asString(), row.get("password").asString());
                }
            } else {
                assertThat(row.get("outcome").asString()).as(row.toString()).isEqualTo("FORBIDDEN");
            }
        }
        assertThat(passwords).containsOnlyKeys("eric", "anna", "oscar", "bob", "carol");
        return passwords;
    }

    private static void fill(Path book) throws IOException {
        try (InputStream bytes = Files.newInputStream(book);
                Workbook workbook = WorkbookFactory.create(bytes)) {
            Sheets.rows(workbook, "Networks", List.of("north", "north", "The north", "north-accounts"));
            Sheets.rows(workbook, "Areas", List.of("system", "north", "The system", "2026-01", 1, 0.5, 250));
            Sheets.rows(
                    workbook,
                    "Points",
                    point("inlet", "Inlet", "FLOW"),
                    point("outlet", "Outlet", "FLOW"),
                    point("cavern", "Cavern", "STORAGE"));
            Sheets.rows(workbook, "Shippers", List.of("alpha", "Alpha Gas"), List.of("beta", "Beta Gas"));
            Sheets.rows(workbook, "Price series", List.of("hub", "The hub", "EUR"));
            Sheets.rows(workbook, "Contracts", contract("alpha-1", "alpha"), contract("beta-1", "beta"));
            Sheets.rows(
                    workbook,
                    "Shares",
                    by("alpha-1", "inlet", "RECEIPT", "OPERATOR_PROVIDED", ""),
                    share("alpha-1", "inlet", "DELIVERY", "0.6"),
                    share("alpha-1", "outlet", "RECEIPT", "0.25"),
                    by("alpha-1", "outlet", "DELIVERY", "RANKED", 1),
                    by("beta-1", "inlet", "RECEIPT", "OPERATOR_PROVIDED", ""),
                    share("beta-1", "inlet", "DELIVERY", "0.4"),
                    share("beta-1", "outlet", "RECEIPT", "0.75"),
                    by("beta-1", "outlet", "DELIVERY", "RANKED", 2));
            Sheets.rows(
                    workbook,
                    "Accounts",
                    List.of("north-accounts", "GAS_PURCHASES", "5010", "Gas purchases"),
                    List.of("north-accounts", "PAYABLE", "2010", "Payable"),
                    List.of("north-accounts", "RECEIVABLE", "1210", "Receivable"),
                    List.of("north-accounts", "REVENUE", "4010", "Revenue"));
            Sheets.rows(
                    workbook,
                    "Calendars",
                    List.of(
                            "north",
                            "north",
                            "2026-09",
                            "Europe/Berlin",
                            1000000,
                            0,
                            "taken over from the spreadsheet"));
            // ada stands there already
            Sheets.rows(
                    workbook,
                    "Users",
                    List.of("ada", "ada", "Ada", "ADMIN"),
                    List.of("eric", "eric", "Eric", "ENGINEER"),
                    List.of("anna", "anna", "Anna", "ACCOUNTANT"),
                    List.of("oscar", "oscar", "Oscar", "OPERATOR"),
                    List.of("bob", "bob", "Bob", "APPROVER"),
                    List.of("carol", "carol", "Carol", "APPROVER, AUDITOR"));
            try (OutputStream out = Files.newOutputStream(book)) {
                workbook.write(out);
            }
        }
    }

    private static List<Object> point(String id, String name, String role) {
        return List.of(id, "system", name, role, "Europe/Berlin", "06:00", "GAS_DAY", LocalDate.of(2026, 1, 1), 1);
    }

    private static List<Object> contract(String id, String shipper) {
        return List.of(id, "north", "system", shipper, "2026-01", "hub", "LAST_PUBLISHED", 7, "EUR");
    }

    private static List<Object> share(String contract, String point, String direction, String share) {
        return List.of(contract, "2026-01", point, direction, share);
    }

    /** By another method the share stays empty. */
    private static List<Object> by(String contract, String point, String direction, String method, Object rank) {
        return List.of(contract, "2026-01", point, direction, "", method, rank);
    }

    private static Program.Run setup(Started program, Api person, Path book, String... more) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of(
                "setup", "import", "--server", program.address(), "--token-file", token(person), book.toString()));
        words.addAll(List.of(more));
        return Program.run(words.toArray(String[]::new));
    }

    private static String token(Api person) throws IOException {
        Path file = Files.createTempFile(
                scratch,
                "token",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, person.token()).toString();
    }

    private static void closeAMonth(Started program, Crew people, Path data) throws Exception {
        Api anna = people.as("anna");
        deliver(program, people.as("oscar"));
        nominate(people.as("eric"));
        anna.post(CLOSE, Map.of());
        // the process opens the close once it has heard of the period
        await(anna, "OPEN");
        anna.post(CLOSE + "/cutoff", Map.of());
        String pack = await(anna, "READY").get("packHash").asString();
        people.as("bob").post(CLOSE + "/approvals", Map.of("packHash", pack));
        people.as("carol").post(CLOSE + "/approvals", Map.of("packHash", pack));
        new StandInErp(data.resolve("erp")).post("north_2026-09_CLOSE_1", "4711");
        await(anna, "PUBLISHED");
        people.as("carol").post(CLOSE + "/lock", Map.of("packHash", pack));
        assertThat(await(anna, "LOCKED").get("packHash").asString()).isEqualTo(pack);
        JsonNode alpha = anna.get("/api/v1/statements/alpha/2026-09");
        // 60 % of 30 days of 1,000,000 kWh
        assertThat(alpha.get("totals").get("receipts").decimalValue()).isEqualByComparingTo("18000000");
        carriesWhatWasNotNominated(anna);
    }

    private static void nominate(Api eric) {
        nominate(eric, "alpha-1/inlet", "OPERATOR_VALUE", "receiptKwh", 570_000);
        nominate(eric, "beta-1/inlet", "OPERATOR_VALUE", "receiptKwh", 380_000);
        nominate(eric, "alpha-1/outlet", "NOMINATED", "deliveryKwh", 275_000);
        nominate(eric, "beta-1/outlet", "NOMINATED", "deliveryKwh", 800_000);
    }

    private static void nominate(Api eric, String where, String kind, String way, long kwh) {
        List<Map<String, Object>> days = IntStream.rangeClosed(1, 30)
                .mapToObj(day -> Map.<String, Object>of("day", "2026-09-%02d".formatted(day), way, kwh))
                .toList();
        String path = "/api/v1/nominations/" + where + "/2026-09";
        Map<String, Object> body = Map.of("kind", kind, "days", days);
        assertThat(eric.put(path, body).get("outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(eric.put(path, body).get("outcome").asString()).isEqualTo("UNCHANGED");
        assertThat(eric.get(path)).hasSize(30);
    }

    /** The last rank took 25,000 kWh a day more than it nominated. */
    private static void carriesWhatWasNotNominated(Api anna) {
        JsonNode beta = anna.get("/api/v1/points/outlet/imbalances/2026-09").get(1);
        assertThat(beta.get("contract").asString()).isEqualTo("beta-1");
        assertThat(beta.get("month").decimalValue()).isEqualByComparingTo("750000");
        assertThat(beta.get("days").get(29).get("cumulated").decimalValue()).isEqualByComparingTo("750000");
        JsonNode day = anna.get("/api/v1/allocations/inlet/2026-09/1/2026-09-01/RECEIPT");
        assertThat(day.get("recipients").get(0).get("method").asString()).isEqualTo("OPERATOR_PROVIDED");
        assertThat(day.get("recipients").get(0).get("operatorValue").decimalValue())
                .isEqualByComparingTo("570000");
    }

    private static void deliver(Started program, Api oscar) throws Exception {
        Path readings = scratch.resolve("readings.csv");
        StringBuilder csv = new StringBuilder("day,inlet,outlet,cavern\n");
        StringBuilder prices = new StringBuilder("day,price\n");
        IntStream.rangeClosed(1, 30).mapToObj(day -> LocalDate.of(2026, 9, day)).forEach(day -> {
            csv.append(day).append(",1000000,-1100000,100000\n");
            prices.append(day).append(",2.5\n");
        });
        Files.writeString(readings, csv);
        Path series = Files.writeString(scratch.resolve("prices.csv"), prices);
        Path profile = Files.writeString(scratch.resolve("readings.yaml"), """
                name: daily
                format: csv
                time: {field: day, pattern: uuuu-MM-dd, means: gas-day, zone: Europe/Berlin, day-starts: "06:00"}
                points: {inlet: inlet, outlet: outlet, cavern: cavern}
                """);
        Path hub = Files.writeString(scratch.resolve("prices.yaml"), """
                name: hub
                kind: prices
                series: hub
                day: {field: day, pattern: uuuu-MM-dd}
                price: price
                currency: EUR
                """);
        for (List<Path> one : List.of(List.of(profile, readings), List.of(hub, series))) {
            Program.Run run = Program.run(
                    "import",
                    "--server",
                    program.address(),
                    "--token-file",
                    token(oscar),
                    "--profile",
                    one.getFirst().toString(),
                    one.getLast().toString());
            assertThat(run.code()).as(run.output()).isZero();
        }
    }

    private static JsonNode await(Api person, String status) throws InterruptedException {
        JsonNode last = look(person);
        for (int look = 0;
                look < MOST_LOOKS && !status.equals(last.path("status").asString(""));
                look++) {
            TimeUnit.MILLISECONDS.sleep(200);
            last = look(person);
        }
        assertThat(last.path("status").asString(""))
                .as(last.path("blockers").toString())
                .isEqualTo(status);
        return last;
    }

    /** Nothing while there is no close. */
    private static JsonNode look(Api person) {
        try {
            return person.get(CLOSE);
        } catch (ApiRefused e) {
            assertThat(e.rule()).isEqualTo("not-found");
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Ours as the old system would have it, but for one account nobody knows here. */
    private static void comparesWithTheOldSystem(Started program, Api anna) throws Exception {
        StringBuilder customers = new StringBuilder("Customer,Bought,Sold\n");
        for (String shipper : List.of("alpha", "beta")) {
            JsonNode totals =
                    anna.get("/api/v1/statements/" + shipper + "/2026-09").get("totals");
            customers
                    .append(shipper)
                    .append(',')
                    .append(totals.get("purchases").get("amount").decimalValue().toPlainString())
                    .append(',')
                    .append(totals.get("sales").get("amount").decimalValue().toPlainString())
                    .append('\n');
        }
        Path legacy = Files.writeString(scratch.resolve("legacy.csv"), customers + "gamma,1.00,0\n");
        Path map = Files.writeString(scratch.resolve("map.yaml"), """
                tables:
                  - kind: shipper
                    format: csv
                    subject: Customer
                    columns: {purchases: Bought, sales: Sold}
                """);

        Program.Run run = Program.run(
                "compare",
                "--period",
                "2026-09",
                "--server",
                program.address(),
                "--token-file",
                token(anna),
                "--map",
                map.toString(),
                legacy.toString());

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .containsPattern("shipper +gamma +purchases +ours +– +theirs +1.00 +difference +-1.00 +not here")
                .contains("1 of 5 figures differ.");
    }

    /** What was set up comes out as a workbook that changes nothing when it is given back. */
    private static void comesBackAsItIs(Started program, Api eric) throws Exception {
        Path again = scratch.resolve("again.xlsx");
        Files.write(again, eric.bytes("/api/v1/setup/workbook"));
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(again)))) {
            assertThat(workbook.getSheet("Users").getLastRowNum())
                    .as("users are for an Admin")
                    .isEqualTo(3);
            assertThat(workbook.getSheet("Shares").getLastRowNum()).isEqualTo(11);
        }
        Program.Run run = setup(program, eric, again);
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("proposed").contains("0 not taken");
    }
}
