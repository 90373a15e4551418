package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.eventlog.Caller;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationMonthCommand.CloseNominations;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.nomination.NominationMonthId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of nominations on their way to the door. */
public final class NominationFileTest {
    private static final House HOUSE = House.shared();
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");

    private long before;

    @BeforeEach
    void mark() {
        before = HOUSE.log().head();
    }

    @Test
    void recordsAContractsMonthInOneOrderAndARepeatChangesNothing() {
        known("nom-1", "gate-1");
        String file = """
                contract,point,day,way,MWh
                nom-1,gate-1,2024-10-01,in,1.5
                nom-1,gate-1,2024-10-01,out,0
                nom-1,gate-1,2024-10-02,in,2
                """;

        assertThat(HOUSE.run(profile("absent"), file).counts()).isEqualTo(new ImportCounts(3, 3, 0, 0, 0, 0, 0, 0));
        assertThat(HOUSE.run(profile("absent"), file).counts()).isEqualTo(new ImportCounts(3, 0, 3, 0, 0, 0, 0, 0));

        List<NominationsRecorded> recorded = HOUSE.events(NominationsRecorded.class, before);
        assertThat(recorded)
                .singleElement()
                .satisfies(e -> assertThat(e.days())
                        .containsExactly(
                                day("2024-10-01", Energy.ofKwh(1_500), Energy.ZERO),
                                day("2024-10-02", Energy.ofKwh(2_000), null)));
    }

    @Test
    void leavesTheOtherWayOfADayAsItStands() {
        known("nom-2", "gate-2");
        HOUSE.run(profile("absent"), "contract,point,day,way,MWh\nnom-2,gate-2,2024-10-01,in,1\n");

        assertThat(HOUSE.run(
                                profile("withdraws"),
                                "contract,point,day,way,MWh\nnom-2,gate-2,2024-10-01,out,3\nnom-2,gate-2,2024-10-02,in,\n")
                        .counts())
                .isEqualTo(new ImportCounts(2, 1, 1, 0, 0, 0, 0, 0));
        assertThat(HOUSE.run(profile("withdraws"), "contract,point,day,way,MWh\nnom-2,gate-2,2024-10-01,in,\n")
                        .counts()
                        .corrected())
                .isEqualTo(1);
        assertThat(HOUSE.events(NominationsRecorded.class, before).getLast().days())
                .containsExactly(day("2024-10-01", null, Energy.ofKwh(3_000)));
    }

    @Test
    void makesDeadLettersOfWhatItCannotTakeAndOfWhatAClosedMonthRefuses() {
        known("nom-3", "gate-3");
        NominationMonthId october = NominationMonthId.of(new ContractId("nom-3"), new PointId("gate-3"), OCTOBER);
        HOUSE.done(new CloseNominations(october, new CloseId("dk/2024-10"), House.AT), Caller.process("test"));

        HOUSE.run(profile("absent"), """
                contract,point,day,way,MWh
                nom-3,gate-3,2024-10-01,in,1
                nobody,gate-3,2024-11-01,in,1
                nom-3,nowhere,2024-11-01,in,1
                nom-3,gate-3,2024-11-31,in,1
                nom-3,gate-3,2024-11-01,up,1
                nom-3,gate-3,2024-11-01,in,-1
                nom-3,gate-3,2024-11-01,in,x
                nom-3,gate-3,2024-11-02,in,1
                nom-3,gate-3,2024-11-02,in,2
                nom-3,gate-3,2024-11-02,in,1.000
                nom-3,gate-3,2024-11-03,in,
                """);

        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(letter -> letter.line() + " " + letter.category())
                .containsExactlyInAnyOrder(
                        "2 REFUSED",
                        "3 UNKNOWN_CONTRACT",
                        "4 UNKNOWN_POINT",
                        "5 BAD_TIME",
                        "6 BAD_SIGN",
                        "7 BAD_SIGN",
                        "8 BAD_NUMBER",
                        "10 DUPLICATE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsThemFromTheWorkbookAShipperSends(boolean old) throws IOException {
        String id = old ? "nom-xls" : "nom-xlsx";
        known(id, "gate-" + id);
        Profile profile = Profiles.parse("""
                name: shippers-workbook
                kind: nominations
                format: excel
                header: {row: 2}
                contract: contract
                point: point
                day: {field: day, pattern: dd.MM.uuuu}
                quantity: MWh
                unit: MWh
                decimal: ','
                direction: by-field
                direction-field: {field: way, receipt: [in], delivery: [out]}
                """);

        ImportSummary read = HOUSE.run(profile, workbook(old ? new HSSFWorkbook() : new XSSFWorkbook(), id));

        assertThat(read.failure()).isNull();
        assertThat(read.counts()).isEqualTo(new ImportCounts(3, 2, 0, 0, 0, 0, 0, 1));
        assertThat(HOUSE.events(NominationsRecorded.class, before))
                .singleElement()
                .satisfies(e -> assertThat(e.days())
                        .containsExactly(
                                day("2024-10-01", Energy.ofKwh(1_500), null),
                                day("2024-10-02", null, Energy.ofKwh(250))));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(letter -> letter.line() + " " + letter.category())
                .containsExactly("5 BAD_NUMBER");
    }

    /** A title, the header, a figure as a number, one as a text with a decimal comma, and one that is none. */
    private static byte[] workbook(Workbook book, String id) throws IOException {
        Sheet sheet = book.createSheet();
        sheet.createRow(0).createCell(0).setCellValue("Nominations of October");
        row(sheet, 1, "contract", "point", "day", "way").createCell(4).setCellValue("MWh");
        row(sheet, 2, id, "gate-" + id, "01.10.2024", "in").createCell(4).setCellValue(1.5);
        row(sheet, 3, id, "gate-" + id, "02.10.2024", "out").createCell(4).setCellValue("0,25");
        row(sheet, 4, id, "gate-" + id, "03.10.2024", "in").createCell(4).setCellValue("much");
        try (book) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Row row(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        IntStream.range(0, texts.length).forEach(i -> row.createCell(i).setCellValue(texts[i]));
        return row;
    }

    @Test
    void readsNoNominationBySign() {
        assertThatThrownBy(() -> Profiles.parse("""
                        name: signed
                        kind: nominations
                        contract: contract
                        point: point
                        day: {field: day}
                        quantity: kWh
                        direction: signed
                        """)).isInstanceOf(ProfileError.class);
    }

    private static NominatedDay day(String day, @Nullable Energy receipt, @Nullable Energy delivery) {
        return new NominatedDay(new GasDay(day), receipt, delivery);
    }

    /** A point and a contract of those ids. */
    public static void known(String contract, String point) {
        HOUSE.point(point, MeasuringInterval.GAS_DAY, "2015-01-01");
        HOUSE.done(
                new SignContract(
                        new ContractId(contract),
                        new ShipperId("nord"),
                        new AreaId("dk"),
                        new ContractTerms(
                                OCTOBER, List.of(), new SeriesId("henry-hub"), NonPriceDayRule.NONE, 0, "USD"),
                        House.ENGINEER.person(),
                        House.AT),
                House.ENGINEER);
    }

    private static Profile profile(String blank) {
        return Profiles.parse("blank: " + blank + "\n" + """
                name: nominations
                kind: nominations
                contract: contract
                point: point
                day: {field: day}
                quantity: MWh
                unit: MWh
                direction: by-field
                direction-field: {field: way, receipt: [in], delivery: [out]}
                """);
    }
}
