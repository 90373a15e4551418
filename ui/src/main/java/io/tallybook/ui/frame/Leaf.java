package io.tallybook.ui.frame;

import io.tallybook.ui.table.Table;
import io.tallybook.ui.table.Tabled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a page of figures: a title, one line that says where things stand, figures, facts, tables. */
public final class Leaf implements Tabled {
    private final String title;
    private final String stand;
    private final List<Crumb> crumbs = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Figure> checks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private boolean provisional;

    public Leaf(String title, String stand) {
        this.title = title;
        this.stand = stand;
    }

    /** A page above this one. */
    public record Crumb(String text, String href) {}

    /** A figure of the head line; {@code label} is a message key. */
    public record Figure(
            String label, String text, @Nullable String unit) {}

    /** A fact: message key of its name, its text, where it leads. */
    public record Fact(String label, String text, @Nullable String href, boolean mono) {}

    public Leaf under(String text, String href) {
        crumbs.add(new Crumb(text, href));
        return this;
    }

    public Leaf figure(String label, String text, @Nullable String unit) {
        figures.add(new Figure(label, text, unit));
        return this;
    }

    public Leaf fact(String label, String text) {
        facts.add(new Fact(label, text, null, false));
        return this;
    }

    public Leaf fact(String label, String text, @Nullable String href) {
        facts.add(new Fact(label, text, href, false));
        return this;
    }

    public Leaf hash(String label, @Nullable Object hash) {
        facts.add(new Fact(label, hash == null ? "–" : hash.toString(), null, hash != null));
        return this;
    }

    /** A line of the strip that shows that this level's sum equals the one above. */
    public Leaf check(String label, String text, @Nullable String unit) {
        checks.add(new Figure(label, text, unit));
        return this;
    }

    public Leaf with(Table table) {
        tables.add(table);
        return this;
    }

    /** Marks the figures as not firm yet. */
    public Leaf provisional(boolean is) {
        this.provisional = is;
        return this;
    }

    public String title() {
        return title;
    }

    public String stand() {
        return stand;
    }

    public List<Crumb> crumbs() {
        return crumbs;
    }

    public List<Figure> figures() {
        return figures;
    }

    public List<Fact> facts() {
        return facts;
    }

    public List<Figure> checks() {
        return checks;
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    public boolean isProvisional() {
        return provisional;
    }
}
