/** The close workbook. */
@NullMarked
package io.tallybook.report.workbook;

import org.jspecify.annotations.NullMarked;
