/** ERPs that are spoken to over HTTP (docs/reference/erp-http.md), and which one a close group's journals go to. */
@NullMarked
package io.tallybook.saga.outward.erp;

import org.jspecify.annotations.NullMarked;
