@NullMarked
package io.tallybook.ui.metering;

import org.jspecify.annotations.NullMarked;
