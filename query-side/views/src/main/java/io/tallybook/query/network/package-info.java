/** Networks, areas, points. */
@NullMarked
package io.tallybook.query.network;

import org.jspecify.annotations.NullMarked;
