/** The built program, killed and stopped as power cuts, impatient people and service managers do it. */
@NullMarked
package io.tallybook.ui.kill;

import org.jspecify.annotations.NullMarked;
