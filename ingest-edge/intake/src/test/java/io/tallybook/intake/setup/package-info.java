@NullMarked
package io.tallybook.intake.setup;

import org.jspecify.annotations.NullMarked;
