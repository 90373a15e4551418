package io.tallybook.ui.table;

import java.util.List;

/** Holds tables of a page. */
public interface Tabled {
    List<Table> tables();
}
