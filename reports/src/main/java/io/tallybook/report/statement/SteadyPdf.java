package io.tallybook.report.statement;

import io.tallybook.report.pack.PackHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Takes the moment of rendering out of a PDF: dates, the XMP's dates and the file id are those of the pack. */
final class SteadyPdf {
    private static final Pattern XMP_DATE =
            Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:)");

    private SteadyPdf() {}

    static void settle(PDDocument document, PackHead head) throws IOException {
        Calendar issued = GregorianCalendar.from(head.issuedAt().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(issued);
        information.setModificationDate(issued);
        information.setCreator("Tallybook");
        document.setDocumentId(head.position());
        document.getDocument().getTrailer().removeItem(COSName.ID);
        xmp(document, head);
    }

    private static void xmp(PDDocument document, PackHead head) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return;
        }
        String xml;
        try (InputStream in = metadata.exportXMPMetadata()) {
            xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String settled = XMP_DATE.matcher(xml).replaceAll("$1" + head.issuedAt() + "$2");
        metadata.importXMPMetadata(settled.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog()
                .setMetadata(
                        new PDMetadata(document, new ByteArrayInputStream(settled.getBytes(StandardCharsets.UTF_8))));
    }
}
