/** The review of a month's variances before it is approved: what it is compared with, what needs a word, and who said it. */
@NullMarked
package io.tallybook.messages.variance;

import org.jspecify.annotations.NullMarked;
