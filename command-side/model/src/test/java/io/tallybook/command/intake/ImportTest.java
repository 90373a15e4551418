package io.tallybook.command.intake;

import io.tallybook.command.Story;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.intake.ImportCommand.FinishImport;
import io.tallybook.messages.intake.ImportCommand.StartImport;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.intake.ImportEvent.ImportFinished;
import io.tallybook.messages.intake.ImportEvent.ImportStarted;
import io.tallybook.messages.metering.Source;
import org.junit.jupiter.api.Test;

class ImportTest {
    private static final ImportId ID = new ImportId("i-1");
    private static final Source SOURCE = new Source(ID, Sha256.of("a"), "a.csv");
    private static final ImportCounts COUNTS = new ImportCounts(9, 8, 0, 0, 0, 0, 0, 1);
    private static final ImportStarted STARTED = new ImportStarted(ID, SOURCE, "gas-flow", 512, Story.ACCOUNTANT);
    private static final ImportFinished FINISHED = new ImportFinished(ID, COUNTS, Story.ACCOUNTANT);

    private final Story story = Story.of(Import.class);

    @Test
    void startsOnceWithOneDelivery() {
        story.given().when(start(512)).then(STARTED);
        story.given(STARTED).when(start(512)).thenNothing();
        story.given(STARTED).when(start(513)).thenRefused("import-exists");
    }

    @Test
    void finishesOnceWithOneCount() {
        story.given(STARTED).when(finish(COUNTS)).then(FINISHED);
        story.given(STARTED, FINISHED).when(finish(COUNTS)).thenNothing();
        story.given(STARTED, FINISHED).when(finish(ImportCounts.NONE)).thenRefused("import-finished");
    }

    @Test
    void isNotFoundBeforeItStarts() {
        story.given().when(finish(COUNTS)).thenRefused("not-found");
    }

    private static StartImport start(long bytes) {
        return new StartImport(ID, SOURCE, "gas-flow", bytes, Story.ACCOUNTANT, Story.AT);
    }

    private static FinishImport finish(ImportCounts counts) {
        return new FinishImport(ID, counts, Story.ACCOUNTANT, Story.AT);
    }
}
