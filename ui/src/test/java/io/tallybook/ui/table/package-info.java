@NullMarked
package io.tallybook.ui.table;

import org.jspecify.annotations.NullMarked;
