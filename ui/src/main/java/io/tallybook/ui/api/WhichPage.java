package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tallybook.query.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** The page of a list that an address asks for by {@code limit} and {@code cursor}. */
@ParameterObject
record WhichPage(
        @Schema(defaultValue = "" + PageRequest.STANDARD) @Nullable Integer limit,

        @Nullable String cursor) {
    PageRequest request() {
        return new PageRequest(limit == null ? PageRequest.STANDARD : limit, cursor);
    }
}
