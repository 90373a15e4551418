/** Standards without a published worked example, evaluated a second time by another engine. */
@NullMarked
package io.tallybook.report.standards;

import org.jspecify.annotations.NullMarked;
