@NullMarked
package io.tallybook.intake.legacy;

import org.jspecify.annotations.NullMarked;
