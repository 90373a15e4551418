package io.tallybook.intake.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the columns get their names, and what of the table is no data.
 *
 * @param row the first row of the heading, from 1; what stands above is skipped
 * @param rows rows the heading has: a column is called by all of them, from top to bottom
 * @param data the first row of data, from 1
 * @param footers words in the first column of rows that are no data, such as {@code Total}
 */
public record Heading(int row, int rows, int data, Set<String> footers) {
    /** The first row names the columns, the second is data. */
    public static final Heading FIRST_ROW = new Heading(1, 1, 2, Set.of());

    public Heading {
        footers = Set.copyOf(footers);
    }

    /**
     * One name per column, words of several rows with a space between. In all but the last row a cell left empty is called like
     * its neighbour to the left, as merged cells are read.
     */
    public List<String> names(List<List<String>> read) {
        int width = read.stream().mapToInt(List::size).max().orElse(0);
        List<StringBuilder> names = new ArrayList<>();
        IntStream.range(0, width).forEach(i -> names.add(new StringBuilder()));
        for (int r = 0; r < read.size(); r++) {
            boolean carried = r < read.size() - 1;
            String left = "";
            for (int i = 0; i < width; i++) {
                String cell = i < read.get(r).size() ? read.get(r).get(i).strip() : "";
                left = cell.isEmpty() && carried ? left : cell;
                names.get(i)
                        .append(names.get(i).isEmpty() || left.isEmpty() ? "" : " ")
                        .append(left);
            }
        }
        return names.stream().map(StringBuilder::toString).toList();
    }

    public boolean isFooter(String firstCell) {
        return footers.contains(firstCell.strip());
    }
}
