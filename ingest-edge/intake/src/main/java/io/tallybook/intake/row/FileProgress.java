package io.tallybook.intake.row;

/** Is told each row as it is read. */
@FunctionalInterface
public interface FileProgress {
    /** @param line of the row */
    void read(int line);
}
