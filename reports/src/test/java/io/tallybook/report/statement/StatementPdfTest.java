package io.tallybook.report.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.report.SampleMonth;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.StatementMonth;
import java.math.BigDecimal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementPdfTest {
    private static final CloseMonth MONTH = SampleMonth.of(3);
    private static final StatementMonth STATEMENT = MONTH.statements().getFirst();
    private static final byte[] PDF = StatementPdf.of(MONTH.head(), STATEMENT);

    @Test
    void rendersTheSameBytesTwice() {
        assertThat(StatementPdf.of(MONTH.head(), STATEMENT)).isEqualTo(PDF);
    }

    @Test
    void showsTheTotalsTheDaysThePackAndThePage() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            String text = new PDFTextStripper().getText(document);
            StatementMonth.Sum in = STATEMENT.sum(Direction.RECEIPT);
            assertThat(text)
                    .contains(STATEMENT.name(), "Gas statement for October 2024")
                    .contains(Figures.of(in.energy().kwh()), Figures.of(in.mmbtu()), Figures.of(in.amount()))
                    .contains("2024-10-01", "2024-10-31")
                    .contains(MONTH.head().packHash().hex(), "event position 48213")
                    .contains("Page 1 of " + document.getNumberOfPages());
        }
    }

    @Test
    void embedsEveryFontAndTagsTheDocument() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void carriesTheTimeOfTheEventAndNoOther() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(MONTH.head().issuedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
    }

    @Test
    void writesNumbersWithCommaPointAndATrueMinus() {
        assertThat(Figures.of(new BigDecimal("-67143684"))).isEqualTo("\u221267,143,684");
        assertThat(Figures.of(new BigDecimal("0.50"))).isEqualTo("0.50");
        assertThat(Figures.of(new BigDecimal("2.5"), 4)).isEqualTo("2.5000");
    }
}
