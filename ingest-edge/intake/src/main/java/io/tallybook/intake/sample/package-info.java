/** Real published data that the demo and the tests use. */
@NullMarked
package io.tallybook.intake.sample;

import org.jspecify.annotations.NullMarked;
