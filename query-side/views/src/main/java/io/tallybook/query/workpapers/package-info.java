/** Notes, review points and evidence of a close, and whom they wait for. */
@NullMarked
package io.tallybook.query.workpapers;

import org.jspecify.annotations.NullMarked;
