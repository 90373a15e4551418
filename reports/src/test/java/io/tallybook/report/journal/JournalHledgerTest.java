package io.tallybook.report.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.journal.JournalLine;
import io.tallybook.report.SampleMonth;
import io.tallybook.report.pack.CloseMonth;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal as hledger itself reads it, a program that shares nothing with ours. */
class JournalHledgerTest {
    private static final CloseMonth MONTH = SampleMonth.of(3);

    @TempDir
    Path scratch;

    @BeforeEach
    void needsHledger() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "hledger")));
        Assumptions.assumeTrue(there, "hledger is not on the PATH: nobody checks the totals of the journal it reads");
    }

    @Test
    void holdsInItsStrictCheckAndBalancesToTheTotalsOfTheJournal() throws Exception {
        Path file = scratch.resolve("month.hledger");
        byte[] bytes = JournalHledger.of(MONTH.head(), MONTH.journal());
        assertThat(JournalHledger.of(MONTH.head(), MONTH.journal())).isEqualTo(bytes);
        Files.write(file, bytes);

        hledger(file, "check", "--strict");
        List<BigDecimal> postings = postings(hledger(file, "print", "-O", "csv"));

        assertThat(postings).hasSize(MONTH.journal().lines().size());
        assertThat(sum(postings.stream().filter(p -> p.signum() > 0)))
                .isEqualByComparingTo(MONTH.journal().debits())
                .isPositive();
        assertThat(sum(postings.stream().filter(p -> p.signum() < 0)).negate())
                .isEqualByComparingTo(MONTH.journal().credits());
        assertThat(hledger(file, "accounts")).hasSize((int) MONTH.journal().lines().stream()
                .map(line -> line.account().number() + line.shipper())
                .distinct()
                .count());
    }

    @Test
    void isRefusedByItWhenOneCentIsMissing() throws Exception {
        String whole = new String(JournalHledger.of(MONTH.head(), MONTH.journal()), StandardCharsets.UTF_8);
        String first = MONTH.journal().lines().getFirst().debit().amount().toPlainString();
        String cent = new BigDecimal(first).subtract(new BigDecimal("0.01")).toPlainString();
        Path file = Files.writeString(
                scratch.resolve("short.hledger"),
                whole.replaceAll(" = [A-Z]{3} [-0-9.]+", "").replaceFirst(" " + first, " " + cent));

        Process process = start(file, "check", "--strict");

        assertThat(process.waitFor()).isNotZero();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("balance");
    }

    @Test
    void everyAccountComesToItsLinesInItsOwnReckoning() throws Exception {
        Path file = scratch.resolve("month.hledger");
        Files.write(file, JournalHledger.of(MONTH.head(), MONTH.journal()));
        Map<String, BigDecimal> ours = new TreeMap<>();
        for (JournalLine line : MONTH.journal().lines()) {
            String account = line.account().number() + ":" + line.shipper().value();
            ours.merge(account, line.debit().amount().subtract(line.credit().amount()), BigDecimal::add);
        }

        Map<String, BigDecimal> theirs = new TreeMap<>();
        for (String row : hledger(file, "balance", "--flat", "--empty", "--no-total", "-O", "csv").stream()
                .skip(1)
                .toList()) {
            List<String> fields = fields(row);
            String account = fields.getFirst().replaceFirst(" [^:]*:", ":");
            theirs.put(account, new BigDecimal(fields.get(1).replaceFirst("[A-Z]+ ", "")));
        }

        assertThat(theirs).hasSizeGreaterThan(1).isEqualTo(ours);
    }

    /** A cent moved from one account to another: the transaction balances, only the assertions do not. */
    @Test
    void isRefusedByItWhenACentStandsOnAnotherAccount() throws Exception {
        String whole = new String(JournalHledger.of(MONTH.head(), MONTH.journal()), StandardCharsets.UTF_8);
        List<JournalLine> lines = MONTH.journal().lines();
        String moved = whole;
        for (JournalLine line : lines.subList(0, 2)) {
            BigDecimal amount = line.debit().amount().subtract(line.credit().amount());
            String less = amount.subtract(new BigDecimal("0.01").multiply(new BigDecimal(amount.signum())))
                    .toPlainString();
            String posted =
                    "(  [A-Z]{3} )" + Pattern.quote(amount.toPlainString()) + "( .*; line:" + line.line() + ",)";
            moved = moved.replaceFirst(posted, "$1" + less + "$2");
        }
        assertThat(moved).isNotEqualTo(whole);
        Path without =
                Files.writeString(scratch.resolve("unasserted.hledger"), moved.replaceAll(" = [A-Z]{3} [-0-9.]+", ""));
        hledger(without, "check", "--strict");

        Process process = start(Files.writeString(scratch.resolve("moved.hledger"), moved), "check", "--strict");

        assertThat(process.waitFor()).isNotZero();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("balance assertion")
                .contains("0.01");
    }

    /** {@code txnidx,date,date2,status,code,description,comment,account,amount,commodity,credit,debit,…}, all quoted. */
    private static List<BigDecimal> postings(List<String> csv) {
        List<String> heads = fields(csv.getFirst());
        List<BigDecimal> amounts = new ArrayList<>();
        for (String line : csv.subList(1, csv.size())) {
            amounts.add(new BigDecimal(fields(line).get(heads.indexOf("amount"))));
        }
        return amounts;
    }

    private static List<String> fields(String line) {
        return List.of(line.substring(1, line.length() - 1).split("\",\"", -1));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> hledger(Path file, String... words) throws IOException, InterruptedException {
        Process process = start(file, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static Process start(Path file, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("hledger", "-f", file.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }
}
