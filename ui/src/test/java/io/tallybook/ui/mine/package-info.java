@NullMarked
package io.tallybook.ui.mine;

import org.jspecify.annotations.NullMarked;
