/** Files of configuration: what they bring becomes a change that a second person approves. */
@NullMarked
package io.tallybook.intake.setup;

import org.jspecify.annotations.NullMarked;
