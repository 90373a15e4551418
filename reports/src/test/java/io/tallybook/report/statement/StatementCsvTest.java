package io.tallybook.report.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.SampleMonth;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class StatementCsvTest {
    private static final CloseMonth MONTH = SampleMonth.of(3);
    private static final StatementMonth STATEMENT = MONTH.statements().getFirst();

    @Test
    void writesTheSameBytesTwice() {
        assertThat(StatementCsv.of(MONTH.head(), STATEMENT)).isEqualTo(StatementCsv.of(MONTH.head(), STATEMENT));
        assertThat(StatementCsv.name(MONTH.head(), STATEMENT)).isEqualTo("statement-nordgas-2024-10.csv");
    }

    @Test
    void writesALinePerPointDayAndDirectionThatSumsToItsTotals() throws Exception {
        List<CSVRecord> records = records();
        List<CSVRecord> lines =
                records.stream().filter(r -> r.get("record").equals("line")).toList();
        assertThat(lines).hasSize(7 * 31);
        for (CSVRecord total : records.subList(records.size() - 2, records.size())) {
            for (String figure : List.of("energy_kwh", "energy_mmbtu", "amount")) {
                BigDecimal sum = lines.stream()
                        .filter(l -> l.get("direction").equals(total.get("direction")))
                        .map(l -> new BigDecimal(l.get(figure)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(new BigDecimal(total.get(figure))).isEqualByComparingTo(sum);
            }
        }
    }

    @Test
    void namesThePriceDayAndTheRuleOfADayWithoutPrice() throws Exception {
        CSVRecord sunday = records().stream()
                .filter(r -> r.get("gas_day").equals("2024-10-06"))
                .findFirst()
                .orElseThrow();
        assertThat(sunday.get("price_day")).isEqualTo("2024-10-04");
        assertThat(sunday.get("price_rule")).isEqualTo("LAST_PUBLISHED");
        assertThat(sunday.get("currency")).isEqualTo("USD");
        assertThat(new BigDecimal(sunday.get("energy_mmbtu")).scale()).isEqualTo(6);
        assertThat(new BigDecimal(sunday.get("amount")).scale()).isEqualTo(2);
    }

    @Test
    void saysOfASecondRevisionThatItIsRestatedAndWhatItReplaces() {
        PackHead first = MONTH.head();
        PackHead second = new PackHead(
                first.closeId(),
                first.network(),
                2,
                2,
                first.packHash(),
                first.position(),
                first.issuedAt(),
                first.zone(),
                first.demo());
        assertThat(StatementCsv.name(second, STATEMENT)).isEqualTo("statement-nordgas-2024-10-r2.csv");
        assertThat(new String(StatementCsv.of(second, STATEMENT), StandardCharsets.UTF_8))
                .contains("Revision 2, restated: replaces what was issued as revision 1");
        assertThat(new String(StatementCsv.of(first, STATEMENT), StandardCharsets.UTF_8))
                .doesNotContain("restated");
    }

    private static List<CSVRecord> records() throws Exception {
        String text = new String(StatementCsv.of(MONTH.head(), STATEMENT), StandardCharsets.UTF_8);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
