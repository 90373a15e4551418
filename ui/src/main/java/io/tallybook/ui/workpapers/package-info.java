/** Notes, review points and evidence beside the lines and tasks they are about. */
@NullMarked
package io.tallybook.ui.workpapers;

import org.jspecify.annotations.NullMarked;
