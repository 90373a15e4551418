package io.tallybook.ui.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class Csv implements TableFile.Writer {
    @Override
    public void write(TableFile file, TableFile.Format format, OutputStream out) throws IOException {
        for (Row row : file.table().rows()) {
            out.write((file.columns().stream()
                                    .map(i -> row.cells().get(i).plain())
                                    .collect(Collectors.joining(",")) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
