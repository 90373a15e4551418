/** Setting a system up from a workbook, and what is still missing to open its first month. */
@NullMarked
package io.tallybook.ui.setup;

import org.jspecify.annotations.NullMarked;
