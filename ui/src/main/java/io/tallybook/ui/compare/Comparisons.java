package io.tallybook.ui.compare;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.legacy.LegacyFigures;
import io.tallybook.intake.profile.LegacyMap;
import io.tallybook.intake.profile.LegacyMap.Figure;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.ui.compare.Comparison.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Compares a month with an old system's file; both file and map lie in the object directory, so a comparison has an address. */
@Component
public class Comparisons {
    static final Comparator<Figure> ORDER =
            Comparator.comparing(Figure::kind).thenComparing(Figure::subject).thenComparing(Figure::measure);

    private static final int LARGEST_MAP = 256 << 10;

    private final OurFigures ours;
    private final Causes causes;
    private final ObjectDirectory objects;

    Comparisons(OurFigures ours, Causes causes, ObjectDirectory objects) {
        this.ours = ours;
        this.causes = causes;
        this.objects = objects;
    }

    /** Where map and file of a comparison lie. */
    public record Kept(Sha256 map, Sha256 file) {}

    /**
     * Keeps both.
     *
     * @throws io.tallybook.intake.profile.ProfileError when the map is none
     */
    public Kept keep(byte[] map, InputStream file) throws IOException {
        Invalid.unless(map.length <= LARGEST_MAP, "a map has at most 256 KiB");
        LegacyMap.parse(new String(map, StandardCharsets.UTF_8));
        return new Kept(objects.put(map), objects.put(file));
    }

    /** Whether both lie here. */
    public boolean has(Kept kept) {
        return objects.has(kept.map()) && objects.has(kept.file());
    }

    /**
     * The comparison as things stand now.
     *
     * @throws io.tallybook.intake.row.UnreadableFile when the file is not what the map says
     */
    public Comparison compare(CloseId close, Kept kept) throws IOException {
        LegacyMap map;
        try (InputStream bytes = open(kept.map())) {
            map = LegacyMap.parse(new String(bytes.readNBytes(LARGEST_MAP), StandardCharsets.UTF_8));
        }
        LegacyFigures theirs = LegacyFigures.read(map, () -> open(kept.file()));
        OurFigures.Month month = ours.of(close);
        return new Comparison(causes.explain(lines(map, theirs, month), month), theirs.unread());
    }

    private InputStream open(Sha256 hash) throws IOException {
        return objects.open(hash).orElseThrow(() -> new IOException("nothing is kept under " + hash));
    }

    /** What the map asks for, on either side. */
    private static List<Line> lines(LegacyMap map, LegacyFigures theirs, OurFigures.Month month) {
        Set<String> asked = new LinkedHashSet<>();
        map.tables()
                .forEach(table -> table.columns().keySet().forEach(measure -> asked.add(table.kind() + "|" + measure)));
        Set<Figure> all = new TreeSet<>(ORDER);
        all.addAll(month.figures().keySet());
        all.addAll(theirs.figures().keySet());
        List<Line> lines = new ArrayList<>();
        all.stream()
                .filter(figure -> asked.contains(figure.kind() + "|" + figure.measure()))
                .forEach(figure -> lines.add(new Line(
                        figure,
                        month.names().getOrDefault(figure.kind() + figure.subject(), figure.subject()),
                        month.figures().get(figure),
                        theirs.figures().get(figure),
                        List.of())));
        // a side that says nothing agrees with a zero
        return lines.stream()
                .filter(line -> !(line.equal() && (line.ours() == null || line.theirs() == null)))
                .toList();
    }
}
