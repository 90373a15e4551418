/** Spreadsheets with live formulas and the same bytes every time. */
@NullMarked
package io.tallybook.report.sheet;

import org.jspecify.annotations.NullMarked;
