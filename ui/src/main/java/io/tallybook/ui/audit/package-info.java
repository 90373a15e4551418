@NullMarked
package io.tallybook.ui.audit;

import org.jspecify.annotations.NullMarked;
