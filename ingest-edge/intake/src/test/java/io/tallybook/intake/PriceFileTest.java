package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.intake.sample.Sample;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PriceFileTest {
    private static final House HOUSE = House.shared();

    private final long before = HOUSE.log().head();

    @Test
    void takesEveryHenryHubPriceTheBlankOneAsAbsentAndNothingTheSecondTime() throws IOException {
        establish("henry-hub", "USD");
        String file = text();
        ImportSummary first = HOUSE.run(Sample.HENRY_HUB.profile(), file);
        ImportSummary again = HOUSE.run(Sample.HENRY_HUB.profile(), file);
        ImportSummary changed =
                HOUSE.run(Sample.HENRY_HUB.profile(), file.replace("2018-01-04,4.65", "2018-01-04,4.66"));

        assertThat(first.counts()).isEqualTo(new ImportCounts(7437, 7436, 0, 0, 0, 0, 1, 0));
        assertThat(again.counts()).isEqualTo(new ImportCounts(7437, 0, 7436, 0, 0, 0, 1, 0));
        assertThat(changed.counts()).isEqualTo(new ImportCounts(7437, 0, 7435, 1, 0, 0, 1, 0));
        assertThat(HOUSE.events(PricesRecorded.class, before))
                .allSatisfy(event -> assertThat(event.prices()).hasSizeLessThan(32));
    }

    @Test
    void makesDeadLettersOfBadPricesAndDuplicates() {
        establish("spot", "EUR");

        ImportSummary summary = HOUSE.run(
                profile("spot", "blank: absent"),
                "Tag;Preis;Stand\n2024-10-01;12,5;F\n2024-10-02;zwoelf;F\n2024-10-01;12,50;F\n2024-10-01;13;F\n"
                        + "2024-13-01;1;F\n2024-10-03;-1,25;P\n2024-10-04;1;X\n2024-10-05;;F\n2024-10-06;1;F;\n");

        assertThat(summary.counts()).isEqualTo(new ImportCounts(9, 2, 0, 0, 0, 1, 1, 5));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(letter -> letter.line() + " " + letter.category())
                .containsExactlyInAnyOrder(
                        "3 BAD_NUMBER", "5 DUPLICATE", "6 BAD_TIME", "8 UNREADABLE", "10 UNREADABLE");
    }

    @Test
    void withdrawsAPriceByABlankOnlyWhenTheProfileSaysSo() {
        establish("drawn", "EUR");
        HOUSE.run(profile("drawn", "blank: absent"), "Tag;Preis;Stand\n2024-10-01;12,5;F\n");

        assertThat(HOUSE.run(profile("drawn", "blank: absent"), "Tag;Preis;Stand\n2024-10-01;;F\n")
                        .counts()
                        .absent())
                .isEqualTo(1);
        assertThat(HOUSE.run(profile("drawn", "blank: withdraws"), "Tag;Preis;Stand\n2024-10-01;;F\n")
                        .counts()
                        .corrected())
                .isEqualTo(1);
        assertThat(HOUSE.events(PricesRecorded.class, before)
                        .getLast()
                        .prices()
                        .getFirst()
                        .price())
                .isNull();
    }

    @Test
    void saysThatASeriesDoesNotExist() {
        assertThatThrownBy(() -> HOUSE.run(profile("nowhere", "blank: absent"), "Tag;Preis;Stand\n2024-10-01;1;F\n"))
                .isInstanceOfSatisfying(
                        DoorClosed.class,
                        closed -> assertThat(closed.answer().outcome()).isEqualTo(Outcome.NOT_FOUND));
    }

    private static Profile profile(String series, String blank) {
        return Profiles.parse("series: " + series + "\n" + blank + "\n" + """
                name: german
                kind: prices
                delimiter: ";"
                decimal: ","
                day: {field: Tag}
                price: Preis
                currency: EUR
                status-field: Stand
                statuses: {F: FINAL, P: PRELIMINARY}
                """);
    }

    private static void establish(String series, String currency) {
        HOUSE.done(
                new EstablishPriceSeries(new SeriesId(series), series, currency, House.ENGINEER.person(), House.AT),
                House.ENGINEER);
    }

    private static String text() throws IOException {
        try (InputStream in = Sample.HENRY_HUB.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
