@NullMarked
package io.tallybook.ui.statement;

import org.jspecify.annotations.NullMarked;
