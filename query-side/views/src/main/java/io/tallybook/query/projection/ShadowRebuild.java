package io.tallybook.query.projection;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.query.ViewRebuild;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rebuilds into the schema {@code shadow}: copies of the tables, filled by the same projections, compared in SQL by the text of
 * whole rows. Tables come from the catalogue, so that one nobody thought of is found too.
 */
final class ShadowRebuild implements ViewRebuild {
    private static final int PAGE = 1_000;
    private static final int MOST_EXAMPLES = 10;
    private static final String SHADOW = "shadow";

    private final DSLContext db;
    private final TransactionOperations transactions;
    private final EventReader log;
    private final List<Projection> projections;

    ShadowRebuild(DSLContext db, TransactionOperations transactions, EventReader log, List<Projection> projections) {
        this.db = db;
        this.transactions = transactions;
        this.log = log;
        this.projections = projections;
    }

    /** One transaction that sees one state of the live tables, holds nobody up and leaves nothing. */
    @Override
    public synchronized Comparison compare() {
        return Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            return compareNow();
        }));
    }

    private Comparison compareNow() {
        List<String> tables = tables();
        tables.forEach(table ->
                db.execute("create table " + SHADOW + "." + table + " (like public." + table + " including all)"));
        db.execute("set local search_path = " + SHADOW + ", public");
        long through = rebuild();
        List<TableComparison> compared = tables.stream().map(this::compare).toList();
        return new Comparison(through, compared);
    }

    private List<String> tables() {
        return db.fetch("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname like 'view\\_%'
                        order by 1
                        """).getValues(0, String.class);
    }

    /** Each projection to where its live one stands. */
    private long rebuild() {
        Map<String, Long> through = db.resultQuery("select projection, position from public.projection_progress")
                .fetchMap(r -> r.get(0, String.class), r -> r.get(1, Long.class));
        long last = through.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long position = 0;
        List<StoredEvent> events = log.after(0, PAGE);
        while (!events.isEmpty() && position < last) {
            for (Projection projection : projections) {
                feed(projection, events, through.getOrDefault(projection.processor(), 0L));
            }
            position = events.getLast().position();
            events = log.after(position, PAGE);
        }
        return last;
    }

    private void feed(Projection projection, List<StoredEvent> events, long through) {
        Projection.Batch batch = projection.begin().apply(db);
        for (StoredEvent event : events) {
            if (event.position() <= through
                    && projection.listensTo(event.event().getClass())) {
                batch.on(
                        event.event(),
                        new At(event.position(), event.eventId(), event.stream(), event.sequence(), event.time()));
            }
        }
        batch.end();
    }

    private TableComparison compare(String table) {
        String difference = "((select 'live' as side, l::text as line from (select * from public." + table
                + " except all select * from " + SHADOW + "." + table + ") l) union all"
                + " (select 'rebuilt', r::text from (select * from " + SHADOW + "." + table
                + " except all select * from public." + table + ") r)) d";
        List<String> lines = db.fetch("select side || ' ' || line from " + difference + " order by 1")
                .getValues(0, String.class);
        return new TableComparison(
                table,
                count("public." + table),
                count(SHADOW + "." + table),
                lines.size(),
                lines.stream().limit(MOST_EXAMPLES).toList());
    }

    private long count(String table) {
        return db.fetchSingle("select count(*) from " + table).get(0, Long.class);
    }
}
