package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.report.setup.SetupBook;
import io.tallybook.ui.setup.SetupImport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A system set up by a workbook. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "setup",
        description = "What is configured: every change waits for a second person's approval, and takes effect then")
class SetupBookApi {
    private final SetupImport imports;
    private final Orders orders;

    SetupBookApi(SetupImport imports, Orders orders) {
        this.imports = imports;
        this.orders = orders;
    }

    @GetMapping(path = "/setup/workbook", produces = SetupImport.XLSX)
    @Operation(
            summary =
                    "The workbook with everything that is set up, to be filled in and given back; users only for an Admin")
    ResponseEntity<byte[]> workbook(HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tallybook-setup.xlsx\"")
                .body(imports.workbook(orders.caller(request)));
    }

    @PostMapping(path = "/setup/workbook", consumes = SetupImport.XLSX)
    @Gives(ProposeChange.class)
    @Operation(
            summary = "Proposes what of the workbook is new as one change, a result per row; grants its users at once",
            description = "With check=true nothing is written. A new user's password is in the answer, this once.")
    SetupImport.Taken take(
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(defaultValue = "set up by workbook") String reason,
            HttpServletRequest request)
            throws IOException {
        try {
            return imports.take(request.getInputStream(), reason, check, orders.caller(request));
        } catch (SetupBook.Unreadable e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }
}
