/** Starting the program: the first Admin, other servers, and what keeps it from starting. */
@NullMarked
package io.tallybook.ui.start;

import org.jspecify.annotations.NullMarked;
