package io.tallybook.report.statement;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A shipper's statement as an accessible PDF (PDF/UA): Liberation Sans embedded, nothing of the machine in it, the same
 * bytes every time.
 */
public final class StatementPdf {
    private static final String TEMPLATE = "io/tallybook/report/statement/statement.html";
    private static final String FAMILY = "Liberation Sans";
    private static final TemplateEngine PAGES = engine();

    static {
        // it tells of every style sheet it reads; only what is wrong is worth a line
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private StatementPdf() {}

    /** The file, as {@code application/pdf}. */
    public static byte[] of(PackHead head, StatementMonth statement) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("s", StatementSheet.of(head, statement));
        String html = PAGES.process(TEMPLATE, context);
        try (PdfBoxRenderer renderer = renderer(html)) {
            PDDocument document = renderer.createPDFKeepOpen();
            SteadyPdf.settle(document, head);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the statement could not be rendered", e);
        }
    }

    /** The file's name in the pack. */
    public static String name(PackHead head, StatementMonth statement) {
        return "statement-" + statement.shipper().value() + "-" + head.inNames() + ".pdf";
    }

    private static PdfBoxRenderer renderer(String html) {
        return new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .withProducer("Tallybook")
                .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                .withHtmlContent(html, null)
                .buildPdfRenderer();
    }

    private static InputStream font(String weight) {
        String name = "/liberation/LiberationSans-" + weight + ".ttf";
        return Objects.requireNonNull(StatementPdf.class.getResourceAsStream(name), name);
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(StatementPdf.class.getClassLoader());
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
