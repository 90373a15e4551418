/** Any table as CSV or XLSX, exactly as it stands on the screen. */
@NullMarked
package io.tallybook.report.table;

import org.jspecify.annotations.NullMarked;
