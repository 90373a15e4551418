/** What waits for the signed-in person. */
@NullMarked
package io.tallybook.ui.mine;

import org.jspecify.annotations.NullMarked;
