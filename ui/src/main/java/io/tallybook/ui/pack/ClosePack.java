package io.tallybook.ui.pack;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.saga.outward.PackIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Renders the close pack from the views and stores it. */
@Component
class ClosePack implements PackIssuer {
    private final StatementQueries statements;
    private final ObjectDirectory objects;

    ClosePack(StatementQueries statements, ObjectDirectory objects) {
        this.statements = statements;
        this.objects = objects;
    }

    @Override
    public List<IssuedDocument> issue(CloseId close, int attempt, Sha256 packHash) throws IOException {
        List<IssuedDocument> documents = new ArrayList<>();
        for (var statement : statements.ofClose(close)) {
            StringBuilder csv = new StringBuilder("gas day,point,direction,kWh,amount\n");
            statements
                    .lines(statement.statement())
                    .forEach(l -> csv.append(l.line().day())
                            .append(',')
                            .append(l.point().value())
                            .append(',')
                            .append(l.line().direction())
                            .append(',')
                            .append(l.line().energy().kwh())
                            .append(',')
                            .append(l.line().amount().amount())
                            .append('\n'));
            byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
            String shipper = statement.statement().shipper().value();
            documents.add(new IssuedDocument(
                    "statement-" + shipper + ".csv",
                    "statement-csv",
                    shipper,
                    "text/csv",
                    bytes.length,
                    objects.put(bytes),
                    statement.position()));
        }
        return documents;
    }
}
