package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.Importer;
import io.tallybook.intake.Readings;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.intake.ImportCommand.StartImport;
import io.tallybook.query.ViewProgress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files and batches of readings come in. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "data", description = "Imports, dead letters, prior-period adjustments")
class ImportApi {
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);
    private static final int LARGEST_PROFILE = 256 << 10;

    private final Importer importer;
    private final Readings readings;
    private final ViewProgress views;
    private final Orders orders;

    ImportApi(Importer importer, Readings readings, ViewProgress views, Orders orders) {
        this.importer = importer;
        this.readings = readings;
        this.views = views;
        this.orders = orders;
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Gives(StartImport.class)
    @Operation(
            summary =
                    "Imports a file by a profile: part 'profile' is YAML or the name of a shipped one, part 'file' the file")
    ImportSummary importFile(
            @RequestPart MultipartFile profile, @RequestPart MultipartFile file, HttpServletRequest request)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        ImportSummary summary = importer.run(profile(profile), name, file.getInputStream(), orders.caller(request));
        views.await(summary.position(), SHOWN_WITHIN);
        return summary;
    }

    @PostMapping(path = "/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Gives(StartImport.class)
    @Operation(summary = "Takes a batch of readings, at most 10,000; the same batch again changes nothing")
    Readings.Taken readings(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(Readings.MAX_BYTES + 1);
        Readings.Taken taken = readings.take(body, orders.caller(request));
        views.await(taken.summary().position(), Orders.SHOWN_WITHIN);
        return taken;
    }

    private static Profile profile(MultipartFile part) throws IOException {
        Invalid.unless(part.getSize() <= LARGEST_PROFILE, "a profile has at most 256 KiB");
        String text = new String(part.getBytes(), StandardCharsets.UTF_8);
        try {
            return Profiles.shipped(text.strip()).orElseGet(() -> Profiles.parse(text));
        } catch (ProfileError e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }
}
