/** The workbook a system is set up by: written from what there is, read back row by row. */
@NullMarked
package io.tallybook.report.setup;

import org.jspecify.annotations.NullMarked;
