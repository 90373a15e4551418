/** Measures the program on months made up for it: {@code tallybook bench}. */
@NullMarked
package io.tallybook.ui.bench;

import org.jspecify.annotations.NullMarked;
