/** The API and its description, held against the running program. */
@NullMarked
package io.tallybook.ui.api;

import org.jspecify.annotations.NullMarked;
