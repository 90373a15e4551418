package io.tallybook.report.workbook;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.report.sheet.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a point moved one way on one day, split among its contracts, with the formulas that split it again: pro rata by
 * share, the last units by largest remainder, ties by contract id.
 */
final class AllocationBlock {
    /** Decimals of the split unit that count when remainders are compared: binary products carry no more for certain. */
    private static final int COMPARED = 4;

    /** {@code allocated} is what the close gave; share is null where the contract has none any more, or by another method. */
    record Recipient(
            ContractId contract,
            ShipperId shipper,
            @Nullable Share share,
            AllocationMethod method,
            Energy allocated) {}

    private final Energy measured;
    private final List<Recipient> recipients;
    private final List<BigDecimal> exact;
    private final List<BigDecimal> proRata;
    private final List<BigDecimal> wholes;
    private final List<BigDecimal> remainders;
    private final boolean live;

    AllocationBlock(Energy measured, List<Recipient> recipients) {
        this.measured = measured;
        this.recipients = recipients;
        this.exact = recipients.stream().map(r -> exact(measured, r.share())).toList();
        this.proRata = exact.stream()
                .map(e -> e.setScale(fine(), RoundingMode.HALF_UP))
                .toList();
        this.wholes =
                proRata.stream().map(p -> p.setScale(unit(), RoundingMode.DOWN)).toList();
        this.remainders = IntStream.range(0, recipients.size())
                .mapToObj(i -> proRata.get(i).subtract(wholes.get(i)))
                .toList();
        this.live = splitsAlike();
    }

    private static BigDecimal exact(Energy measured, @Nullable Share share) {
        return share == null ? BigDecimal.ZERO : measured.kwh().multiply(share.value());
    }

    Energy measured() {
        return measured;
    }

    int size() {
        return recipients.size();
    }

    Recipient recipient(int index) {
        return recipients.get(index);
    }

    /** Decimals of pro rata figures and remainders. */
    int fine() {
        return unit() + COMPARED;
    }

    /** The pro rata figure of a row, from its measured and share columns. */
    String proRataFormula(int index, int row) {
        return Rounding.of("F%d*G%d".formatted(row, row), exact.get(index), fine());
    }

    BigDecimal proRata(int index) {
        return proRata.get(index);
    }

    BigDecimal whole(int index) {
        return wholes.get(index);
    }

    BigDecimal remainder(int index) {
        return remainders.get(index);
    }

    /** Decimals of the unit that is split: the finest the measured figure has. */
    int unit() {
        return measured.kwh().scale();
    }

    /** Whether the formulas give every recipient what the close gave. */
    private boolean splitsAlike() {
        BigDecimal sum = wholes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = measured.kwh().subtract(sum).movePointRight(unit());
        for (int i = 0; i < recipients.size(); i++) {
            boolean gets = BigDecimal.valueOf(rank(i)).compareTo(left) <= 0;
            BigDecimal split = gets ? wholes.get(i).add(BigDecimal.ONE.movePointLeft(unit())) : wholes.get(i);
            if (split.compareTo(recipients.get(i).allocated().kwh()) != 0) {
                return false;
            }
        }
        return true;
    }

    private int rank(int index) {
        int rank = 0;
        for (int i = 0; i < remainders.size(); i++) {
            int order = remainders.get(i).compareTo(remainders.get(index));
            rank += order > 0 || (order == 0 && i <= index) ? 1 : 0;
        }
        return rank;
    }

    /** Formula of the allocated figure in row {@code from + index}; columns as in {@link AllocationSheet}. */
    String formula(int index, int from) {
        int row = from + index;
        int to = from + recipients.size() - 1;
        if (!live) {
            // remainders that differ only beyond what a spreadsheet can compare: the award stands as a number
            BigDecimal award = recipients.get(index).allocated().kwh().subtract(whole(index));
            return "I" + row + "+" + award.toPlainString();
        }
        String unit = BigDecimal.ONE.movePointLeft(unit()).toPlainString();
        String rank = "RANK(J%d,J$%d:J$%d)+COUNTIF(J$%d:J%d,J%d)-1".formatted(row, from, to, from, row, row);
        String left = "ROUND((F%d-SUM(I$%d:I$%d))/%s,0)".formatted(row, from, to, unit);
        return "I%d+IF(%s<=%s,%s,0)".formatted(row, rank, left, unit);
    }
}
