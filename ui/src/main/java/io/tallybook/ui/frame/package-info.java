/** What every page has around it: rooms, period and site in force, palette, live updates, errors. */
@NullMarked
package io.tallybook.ui.frame;

import org.jspecify.annotations.NullMarked;
