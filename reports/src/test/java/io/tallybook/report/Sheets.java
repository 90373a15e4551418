package io.tallybook.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Looks into workbooks the way an auditor's tools do: part by part, cell by cell. */
public final class Sheets {
    /** First row below a header, from 0. */
    private static final int FIRST = 4;

    private Sheets() {}

    public static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    /** Every cell below a header. */
    public static List<Cell> cells(Workbook book) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                if (row.getRowNum() >= FIRST) {
                    row.forEach(cells::add);
                }
            }
        }
        return cells;
    }

    public static String column(Cell cell) {
        return CellReference.convertNumToColString(cell.getColumnIndex());
    }

    public static String name(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress();
    }

    /** The raw parts by name, in the order of the file. */
    public static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    /** What the published schemas object to. */
    public static List<String> schemaErrors(byte[] workbook) throws IOException, XmlException {
        List<String> errors = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts(workbook).entrySet()) {
            List<XmlError> found = new ArrayList<>();
            XmlOptions options = new XmlOptions().setErrorListener(found);
            if (part.getKey().startsWith("xl/")
                    && part.getKey().endsWith(".xml")
                    && !parse(part.getKey(), part.getValue()).validate(options)) {
                found.forEach(e -> errors.add(part.getKey() + ": " + e));
            }
        }
        return errors;
    }

    private static XmlObject parse(String name, byte[] bytes) throws IOException, XmlException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (name.startsWith("xl/worksheets/sheet")) {
            return WorksheetDocument.Factory.parse(in);
        }
        return switch (name) {
            case "xl/workbook.xml" -> WorkbookDocument.Factory.parse(in);
            case "xl/styles.xml" -> StyleSheetDocument.Factory.parse(in);
            case "xl/sharedStrings.xml" -> SstDocument.Factory.parse(in);
            default -> throw new IllegalArgumentException("no schema is known for " + name);
        };
    }
}
