package io.tallybook.ui.workpapers;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand;
import io.tallybook.messages.workpapers.WorkpapersCommand.AttachEvidence;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.query.workpapers.EvidenceView;
import io.tallybook.ui.access.Account;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files of evidence into the object directory and gives them out again, never to be shown by a browser itself. */
@Component
public class EvidenceFiles {
    private static final int LONGEST_NAME = 120;
    private static final String UNKNOWN = "application/octet-stream";

    private final ObjectDirectory objects;

    EvidenceFiles(ObjectDirectory objects) {
        this.objects = objects;
    }

    /** A file whose bytes are stored. */
    public record Stored(Sha256 sha256, String name, long bytes, String mediaType) {
        public AttachEvidence attach(CloseId close, Subject subject, PersonId by, Instant at) {
            return new AttachEvidence(WorkpapersId.of(close), subject, sha256, name, bytes, mediaType, by, at);
        }
    }

    public static boolean mayAttach(Account account) {
        return PapersPanel.WRITERS.stream().anyMatch(account::is);
    }

    /** Roles that may attach, for the API. */
    public static boolean mayAttach(Iterable<Role> roles) {
        for (Role role : roles) {
            if (PapersPanel.WRITERS.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Stores the bytes by their hash; the same bytes twice are one object.
     *
     * @throws Invalid when the file is empty or too large
     */
    public Stored store(MultipartFile file) throws IOException {
        Invalid.unless(
                !file.isEmpty() && file.getSize() <= WorkpapersCommand.MOST_BYTES,
                "a file of evidence has 1 byte to 25 MiB");
        try (InputStream bytes = file.getInputStream()) {
            return new Stored(
                    objects.put(bytes),
                    plain(file.getOriginalFilename()),
                    file.getSize(),
                    mediaType(file.getContentType()));
        }
    }

    /** As an attachment of its own media type, never sniffed and never run. */
    public Optional<ResponseEntity<InputStreamResource>> give(EvidenceView file) throws IOException {
        return objects.open(file.sha256())
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .contentLength(file.bytes())
                        .eTag("\"" + file.sha256() + "\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(new InputStreamResource(bytes)));
    }

    /** The last part of what the browser calls it, with a dash for every sign a plain name has not. */
    static String plain(@Nullable String given) {
        String last = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC)
                .replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[^\\p{L}\\p{N} ._()+-]", "-")
                .replaceFirst("^[^\\p{L}\\p{N}]+", "");
        String named = last.isBlank() ? "file" : last.strip();
        return named.length() <= LONGEST_NAME
                ? named
                : named.substring(named.length() - LONGEST_NAME).replaceFirst("^[^\\p{L}\\p{N}]+", "");
    }

    static String mediaType(@Nullable String given) {
        String type = given == null ? UNKNOWN : given.replaceFirst(";.*", "").strip();
        return type.matches("[a-z]{1,20}/[A-Za-z0-9.+-]{1,99}") ? type : UNKNOWN;
    }
}
