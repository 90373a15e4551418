package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.LogAudit;
import io.tallybook.query.ViewProgress;
import io.tallybook.query.ViewRebuild;
import io.tallybook.ui.Server;
import io.tallybook.ui.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a closed month came to, without the times and positions that differ from close to close: two closes of the same data
 * are equal in all of it.
 *
 * @param head the log's last position
 * @param facts how many of each type each stream has from the prepared directory on
 * @param figures hashes, sums and states of the views
 * @param documents the issued ones: text line by line, of the others the name
 * @param erp the files the ERP has been given and has answered
 */
record ClosedMonth(
        long head,
        Map<String, Long> facts,
        List<String> figures,
        Map<String, List<String>> documents,
        List<String> erp) {
    private static final String HEAD = "select position from log_head";
    private static final String FIGURES = """
            select 'lock ' || period || ' ' || lock_hash from view_period where locked_at is not null
            union all select concat_ws(' ', 'pack', close_id, attempt, pack_hash) from view_close
            union all select 'balance ' || area || ' ' || standing || ' ' || content_hash || ' ' || unaccounted
                from view_balance
            union all select 'run ' || run || ' ' || state || ' ' || attempt || ' ' || content_hash from view_allocation_run
            union all select 'statement ' || shipper || ' ' || state || ' ' || content_hash || ' ' || receipts || ' '
                || deliveries || ' ' || purchases || ' ' || sales from view_statement
            union all select 'journal ' || journal || ' ' || state || ' ' || content_hash || ' ' || debits || ' ' || credits
                from view_journal
            union all select 'revision ' || close_id || ' ' || revision from view_close
            union all select 'taken back ' || close_id || ' ' || revision || ' ' || attempt || ' ' || pack_hash || ' '
                || document_number || ' ' || reversal_number || ' ' || reopened_by || ' ' || reason from view_close_revision
            union all select 'asked ' || revision || ' ' || ground || ' ' || effect || ' ' || currency || ' ' || asked_by || ' '
                || approved_by || ' ' || consented_by || ' ' || (reopened_at is not null) from view_reopening
            union all select concat_ws(' ', 'package', package, state, purchases, sales) from view_adjustment_package
            union all select concat_ws(' ', 'accrual', close_id, number, state, reversed_in) from view_accrual
            order by 1""";
    private static final List<String> TELLING_WHEN =
            List.of("head,event position,", "head,issued at,", "  \"eventPosition\"", "  \"issuedAt\"");

    /** Opens the books, checks them against themselves and reads the month off. */
    static ClosedMonth of(Path data, long prepared) throws IOException, InterruptedException {
        try (Server server = Server.start(new ServerOptions(data, 0, null, true))) {
            JdbcClient db = JdbcClient.create(server.bean(DataSource.class));
            settle(db);
            checkLog(server);
            checkViews(server, db);
            return new ClosedMonth(
                    number(db, HEAD),
                    facts(db, prepared),
                    db.sql(FIGURES).query(String.class).stream()
                            .map(Objects::requireNonNull)
                            .toList(),
                    documents(db, data.resolve("objects")),
                    erp(data.resolve("erp")));
        }
    }

    void checkEquals(ClosedMonth other, String why) {
        assertThat(this)
                .as(why)
                .usingRecursiveComparison()
                .ignoringFields("head")
                .isEqualTo(other);
    }

    /** How many facts of this type there are. */
    long count(String type) {
        return facts.entrySet().stream()
                .filter(fact -> fact.getKey().endsWith(" " + type))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    List<String> figures(String kind) {
        return figures.stream().filter(figure -> figure.startsWith(kind + " ")).toList();
    }

    /** What a kill left to the processes is done by now or in a moment. */
    private static void settle(JdbcClient db) throws InterruptedException {
        long before = -1;
        long head = number(db, HEAD);
        while (head != before) {
            Thread.sleep(1000);
            before = head;
            head = number(db, HEAD);
        }
    }

    static void checkLog(Server server) {
        LogAudit.Report log = Objects.requireNonNull(new LogAudit(server.bean(DataSource.class)).run());
        assertThat(log.findings()).isEmpty();
        assertThat(log.events()).isEqualTo(log.head()).isPositive();
    }

    private static void checkViews(Server server, JdbcClient db) {
        ViewProgress views = server.bean(ViewProgress.class);
        long head = number(db, HEAD);
        assertThat(views.await(head, Duration.ofSeconds(30))).isTrue();
        assertThat(views.projections()).allSatisfy(projection -> {
            assertThat(projection.lag()).as(projection.name()).isZero();
            assertThat(projection.failure()).as(projection.name()).isNull();
        });
        assertThat(number(db, "select count(*) from dead_letter_entry")).isZero();
        assertThat(number(db, """
                select count(*) from view_statement s where (purchases, sales) <> (select
                sum(amount) filter (where direction = 'RECEIPT'), sum(amount) filter (where direction = 'DELIVERY')
                from view_statement_line l where l.shipper = s.shipper and l.period = s.period)"""))
                .as("statements that are not the sum of their lines")
                .isZero();
        assertThat(server.bean(ViewRebuild.class).compare().tables())
                .allSatisfy(
                        table -> assertThat(table.examples()).as(table.table()).isEmpty());
    }

    private static long number(JdbcClient db, String query) {
        return db.sql(query).query(Long.class).single();
    }

    /** An answer that a process asks for again after a crash may stand twice, word for word the same; nothing else may. */
    private static Map<String, Long> facts(JdbcClient db, long prepared) {
        Map<String, Long> facts = new TreeMap<>();
        db.sql("""
                select stream || ' ' || type,
                    count(distinct case when type like '%-pinned' or type like '%-told' then payload else int8send(position) end)
                from events where position > ? group by 1""").param(prepared).query(row -> {
            facts.put(row.getString(1), row.getLong(2));
        });
        return facts;
    }

    private static Map<String, List<String>> documents(JdbcClient db, Path objects) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        db.sql("select name, sha256 from view_document").query(row -> {
            hashes.put(row.getString(1), row.getString(2));
        });
        Map<String, List<String>> documents = new TreeMap<>();
        for (var document : hashes.entrySet()) {
            Path file = objects.resolve(document.getValue().substring(0, 2)).resolve(document.getValue());
            documents.put(document.getKey(), lines(document.getKey(), file));
        }
        return documents;
    }

    private static List<String> lines(String name, Path file) throws IOException {
        assertThat(file).isNotEmptyFile();
        if (!name.endsWith(".csv") && !name.endsWith(".json")) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> TELLING_WHEN.stream().noneMatch(line::startsWith))
                .toList();
    }

    private static List<String> erp(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".tmp"))
                    .map(file -> directory.relativize(file) + " " + text(file))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
