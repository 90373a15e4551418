package io.tallybook.report.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.SampleMonth;
import io.tallybook.report.pack.CloseMonth;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalFilesTest {
    private static final CloseMonth MONTH = SampleMonth.of(3);

    @Test
    void carriesKeyHashesAndPositionAndBalancesInCsv() throws Exception {
        byte[] bytes = JournalCsv.of(MONTH.head(), MONTH.journal());
        assertThat(JournalCsv.of(MONTH.head(), MONTH.journal())).isEqualTo(bytes);
        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(head(records, "document key")).isEqualTo("dk/2024-10/CLOSE/1");
        assertThat(head(records, "pack hash")).isEqualTo(MONTH.head().packHash().hex());
        assertThat(head(records, "event position")).isEqualTo("48213");
        BigDecimal debit = sum(records, "debit");
        assertThat(debit).isEqualByComparingTo(sum(records, "credit")).isEqualByComparingTo(total(records, "debit"));
    }

    @Test
    void sayWhereTheJournalOfAMonthThatWasAccruedIsBooked() {
        CloseMonth accrued = SampleMonth.accrued(MONTH, "10.00");
        String csv = new String(JournalCsv.of(accrued.head(), accrued.journal()), StandardCharsets.UTF_8);
        assertThat(csv).contains("head,booked in,2024-11").contains("head,accrual,dk/2024-10/FLASH/1");
        JsonNode root = JsonMapper.shared().readTree(JournalJson.of(accrued.head(), accrued.journal()));
        assertThat(root.get("bookedIn").asString()).isEqualTo("2024-11");
        String hledger = new String(JournalHledger.of(accrued.head(), accrued.journal()), StandardCharsets.UTF_8);
        assertThat(hledger).contains("\n2024-11-01 * (ERP-000017)");
        assertThat(new String(JournalHledger.of(MONTH.head(), MONTH.journal()), StandardCharsets.UTF_8))
                .contains("\n2024-10-31 * (ERP-000017)");
    }

    @Test
    void saysTheSameInJson() {
        byte[] bytes = JournalJson.of(MONTH.head(), MONTH.journal());
        assertThat(JournalJson.of(MONTH.head(), MONTH.journal())).isEqualTo(bytes);
        JsonNode root = JsonMapper.shared().readTree(bytes);
        assertThat(root.get("documentKey").asString()).isEqualTo("dk/2024-10/CLOSE/1");
        assertThat(root.get("eventPosition").asLong()).isEqualTo(48_213);
        assertThat(root.get("lines").size()).isEqualTo(12);
        assertThat(root.get("lines").get(0).get("debit").asString())
                .isEqualTo(MONTH.journal().lines().getFirst().debit().amount().toPlainString());
        assertThat(root.get("totals").get("debit").asString())
                .isEqualTo(root.get("totals").get("credit").asString());
    }

    private static String head(List<CSVRecord> records, String name) {
        return records.stream()
                .filter(r -> r.get("record").equals("head") && r.get("line").equals(name))
                .findFirst()
                .orElseThrow()
                .get("use");
    }

    private static BigDecimal sum(List<CSVRecord> records, String column) {
        return records.stream()
                .filter(r -> r.get("record").equals("line"))
                .map(r -> new BigDecimal(r.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(List<CSVRecord> records, String column) {
        return new BigDecimal(records.getLast().get(column));
    }
}
