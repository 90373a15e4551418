/** How a file is to be read: profiles in YAML, and the rules for times, numbers, signs and nulls they choose. */
@NullMarked
package io.tallybook.intake.profile;

import org.jspecify.annotations.NullMarked;
