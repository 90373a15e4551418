package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ui.browser.RunningDemo;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every operation that writes is seen to succeed: the docs' own requests, sent by the demo's people, story by story. */
@TestMethodOrder(OrderAnnotation.class)
class RequestsIT {
    /** What no story has seen succeed, and why. */
    private static final Map<String, String> NOT_SEEN = Map.of();

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static RunningDemo demo;

    @SuppressWarnings("NullAway.Init")
    private static SentRequests docs;

    @SuppressWarnings("NullAway.Init")
    private static HouseStories house;

    @SuppressWarnings("NullAway.Init")
    private static MonthStories october;

    @SuppressWarnings("NullAway.Init")
    private static NextMonthStories november;

    private static final Set<String> SEEN_ELSEWHERE = new TreeSet<>();

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.demo(scratch);
        docs = new SentRequests(demo, scratch.resolve("demo"));
        house = new HouseStories(docs);
        october = new MonthStories(docs, house);
        november = new NextMonthStories(docs, house, october);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    @Order(1)
    void peopleAndTheirRights() throws Exception {
        house.aProgramIsGivenATokenAndLosesIt();
        house.aSecondAdminApprovesWhatTheFirstGrants();
        house.aRightIsLentAndTakenBack();
    }

    @Test
    @Order(2)
    void theSetUp() throws Exception {
        house.whatOneProposesAnotherRejectsOrApproves();
    }

    @Test
    @Order(2)
    void sources() throws Exception {
        house.aSourceIsDefinedPausedResumedAndPulled();
    }

    @Test
    @Order(2)
    void estimates() throws Exception {
        house.aMissingDayIsEstimatedAcceptedByAnotherAndTakenBack();
    }

    @Test
    @Order(2)
    void workingPapers() throws Exception {
        house.aReviewPointIsAnsweredSentBackSettledAndClosed();
    }

    @Test
    @Order(3)
    void aCloseBeforeItsSignatures() throws Exception {
        october.aCloseIsHeldGoesOnAndIsLookedAtBesideTheOldSystem();
        october.aRejectedPackIsTakenAnew();
    }

    @Test
    @Order(4)
    void whatComesLate() throws Exception {
        october.whatCameLateIsLeftOrLetInAndExplained();
    }

    @Test
    @Order(5)
    void signaturesTheErpAndTheLock() throws Exception {
        october.theErpRefusesTheJournalUntilItIsOnTheRightAccounts();
    }

    @Test
    @Order(6)
    void openedAgainAndLockedAgain() throws Exception {
        october.theLockedMonthIsOpenedAgain();
        october.aCutOffIsGivenTimeDeclaredTakenBackAndDeclaredAgain();
    }

    @Test
    @Order(7)
    void theNextMonthIsOpened() throws Exception {
        november.aMonthIsOpenedByMistakeAndOpenedAgain();
    }

    @Test
    @Order(8)
    void accruals() throws Exception {
        november.anAccrualIsDiscardedProposedAnewApprovedAndPostedAgain();
    }

    @Test
    @Order(9)
    void adjustments() throws Exception {
        november.whatCameForTheLockedMonthIsBookedInTheOpenOne();
        november.aPackageIsRejected();
        november.aPackageThatCouldNotBeBookedIsBookedOnceItsAccountsAreMapped();
    }

    @Test
    @Order(10)
    void processing() throws Exception {
        house.whatANodeLeftBehindIsCleared();
    }

    @Test
    @Order(10)
    void softLocks() throws Exception {
        house.aSoftLockIsMovedAndSomebodyLetBehindItForAWhile();
    }

    @Test
    @Order(11)
    void theFirstAdminOfAnEmptyInstallation() throws Exception {
        try (RunningDemo empty = RunningDemo.empty(scratch)) {
            SentRequests there = new SentRequests(empty, scratch.resolve("start"));
            there.send("POST /first-admin", "{{code}}", empty.printedAfter("one-time code:"));
            SEEN_ELSEWHERE.addAll(there.seen());
        }
    }

    @Test
    @Order(99)
    void everyOperationThatWritesWasSeenToSucceedOrIsNamedWithTheReason() throws Exception {
        Set<String> seen = new TreeSet<>(docs.seen());
        seen.addAll(SEEN_ELSEWHERE);
        Set<String> missing = described();
        assertThat(missing).hasSizeGreaterThan(80).containsAll(seen);
        missing.removeAll(seen);
        assertThat(missing).isEqualTo(NOT_SEEN.keySet());
    }

    /** Every described operation that is no GET. */
    private static Set<String> described() throws Exception {
        return docs.as("auditor")
                .get("/v3/api-docs")
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().replaceFirst("^/api/v1", "")))
                .filter(operation -> !operation.startsWith("GET "))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
