/** What closes show and the orders made for them. */
@NullMarked
package io.tallybook.ui.close;

import org.jspecify.annotations.NullMarked;
