package io.tallybook.report.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook written row by row: memory holds a hundred rows of a sheet, whatever its length. The same content gives the same
 * bytes on every machine: no clock, no locale, no machine fonts, entries in one order with one time.
 */
public final class Book implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 100;

    /** Written uncompressed at first: {@link SteadyZip} compresses it, once. */
    private static final class Raw extends SXSSFWorkbook {
        Raw() {
            super(null, ROWS_IN_MEMORY, false);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            ZipArchiveOutputStream zip = super.createArchiveOutputStream(out);
            zip.setLevel(Deflater.NO_COMPRESSION);
            return zip;
        }
    }

    private final SXSSFWorkbook workbook = new Raw();
    private final Styles styles = new Styles(workbook);
    private final SheetNames names = new SheetNames();
    private final String footer;
    private final Instant written;

    /**
     * @param title for the file's properties
     * @param footer printed under every page
     * @param written stands as created and modified: time of the last event inside, not of rendering
     */
    public Book(String title, String footer, Instant written) {
        this.footer = footer;
        this.written = written;
        POIXMLProperties.CoreProperties core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator("Tallybook");
        core.setLastModifiedByUser("Tallybook");
        core.setCreated(Optional.of(Date.from(written)));
        core.setModified(Optional.of(Date.from(written)));
    }

    /** Begins a sheet; its name is made to fit Excel's rules and to be the only one. */
    public SheetPage sheet(String wanted, String title, String note, List<Column> columns) {
        String name = names.take(wanted);
        SXSSFSheet sheet = workbook.createSheet(name);
        return new SheetPage(sheet, name, styles, title, note, columns, footer);
    }

    /** The finished file. */
    public byte[] bytes() {
        try {
            Path raw = Files.createTempFile("tallybook-", ".xlsx");
            try {
                try (OutputStream out = Files.newOutputStream(raw)) {
                    workbook.write(out);
                }
                return SteadyZip.rewrite(raw, written);
            } finally {
                Files.delete(raw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written to temporary files", e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook's temporary files could not be removed", e);
        }
    }
}
