/** Tables as pages show them and files carry them: one set of rows, one order, one filter for both. */
@NullMarked
package io.tallybook.ui.table;

import org.jspecify.annotations.NullMarked;
