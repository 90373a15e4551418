package io.tallybook.ui.setup;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.saga.change.ChangeOrders;
import io.tallybook.ui.access.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What lies in the object directory as a change's rows, and what they order. */
@Component
public class SetupChanges implements ChangeOrders {
    private final ObjectDirectory objects;
    private final Installation installation;

    SetupChanges(ObjectDirectory objects, Installation installation) {
        this.objects = objects;
        this.installation = installation;
    }

    /** @throws IOException when the directory cannot be read, or does not hold what the log names */
    public ChangeContent content(Sha256 hash) throws IOException {
        try (InputStream bytes =
                objects.open(hash).orElseThrow(() -> new IOException("The rows " + hash + " are not there."))) {
            return ChangeContent.read(bytes.readAllBytes());
        }
    }

    @Override
    public List<RowOrders> of(Sha256 hash, PersonId by, Instant at) throws IOException {
        ChangeContent content = content(hash);
        List<SetupRow> rows = content.rows();
        SetupOrders orders = new SetupOrders(rows, content.standing(), by, at, installation.isDemo());
        List<RowOrders> all = new ArrayList<>();
        for (SetupRow row : rows) {
            List<Command> wanted = orders.of(row);
            // a row that another one takes along orders nothing itself
            if (!wanted.isEmpty()) {
                String what = content.lines().get(row.line() - 1).what();
                all.add(new RowOrders(row.sheet().name(), row.line(), what, wanted));
            }
        }
        return List.copyOf(all);
    }
}
