/** What was nominated, and by how much what was allocated differs from it. */
@NullMarked
package io.tallybook.query.nomination;

import org.jspecify.annotations.NullMarked;
