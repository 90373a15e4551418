package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.demo.AgreedSetup;
import tools.jackson.databind.JsonNode;

/** November opened, accrued, and charged with what came late for the locked October, told by the requests of the docs. */
final class NextMonthStories {
    private static final String CLOSE = "/closes/{group}/{period}";
    private static final String ACCRUALS = CLOSE + "/accruals";
    private static final String PACKAGE = "/adjustment-packages/{group}/{number}";
    private static final String JOURNAL = CLOSE + "/journals/{kind}/{number}";

    private final SentRequests docs;
    private final HouseStories house;
    private final MonthStories month;

    NextMonthStories(SentRequests docs, HouseStories house, MonthStories month) {
        this.docs = docs;
        this.house = house;
        this.month = month;
    }

    void aMonthIsOpenedByMistakeAndOpenedAgain() throws Exception {
        docs.send("POST " + CLOSE);
        docs.await(
                "/closes/denmark/2024-11",
                close -> close.get("status").asString().equals("OPEN"));
        docs.send("POST " + CLOSE + "/cancellation");
        docs.await("/closes", closes -> !closes.toString().contains("denmark/2024-11"));
        docs.send("POST " + CLOSE);
        docs.await(
                "/closes/denmark/2024-11",
                close -> close.get("status").asString().equals("OPEN"));
    }

    void anAccrualIsDiscardedProposedAnewApprovedAndPostedAgain() throws Exception {
        docs.send("POST " + ACCRUALS);
        docs.send("POST " + ACCRUALS + "/{number}/discard");
        docs.send("POST " + ACCRUALS);
        String key = "denmark_2024-11_FLASH_2";
        month.leaveToUs(key);
        String shown = docs.read("/closes/denmark/2024-11/accruals")
                .at("/0/accrual/contentHash")
                .asString();
        for (String approver : new String[] {"approver-one", "approver-two"}) {
            docs.sendAs(
                    approver,
                    "POST " + ACCRUALS + "/{number}/approve",
                    "accruals/1/",
                    "accruals/2/",
                    "{{contentHash}}",
                    shown);
        }
        month.refuse(key, "the period is not open yet", "/closes/denmark/2024-11/accruals");
        docs.send("POST " + ACCRUALS + "/{number}/repost", "accruals/1/", "accruals/2/");
        month.erp().post(key, "4711");
        docs.await("/closes/denmark/2024-11/accruals", it -> it.toString().contains("4711"));
    }

    void whatCameForTheLockedMonthIsBookedInTheOpenOne() throws Exception {
        String preview = prepared(1, "2024-10-02");
        String key = "denmark_2024-11_PPA_1";
        String postings = "/closes/denmark/2024-11/journals/PPA/1/postings";
        month.leaveToUs(key);
        docs.send("POST " + PACKAGE + "/approve", "{{previewHash}}", preview);
        month.refuse(key, "account 5019 is closed", postings);
        docs.send("POST " + JOURNAL + "/repost");
        month.refuse(key, "account 5019 is to be replaced", postings);
        house.agree(docs.send("PUT /account-maps/{id}", "5019", "5020"));
        docs.send("POST " + JOURNAL + "/remap");
        docs.await(postings, it -> it.toString().contains("ACKNOWLEDGED"));
        docs.send("POST " + JOURNAL + "/reconcile");
    }

    void aPackageIsRejected() throws Exception {
        prepared(2, "2024-10-03");
        docs.send("POST " + PACKAGE + "/reject", "denmark/1/", "denmark/2/");
    }

    /** One grants a legal hold, another approves; without accounts for adjustments nothing is booked until there are some. */
    void aPackageThatCouldNotBeBookedIsBookedOnceItsAccountsAreMapped() throws Exception {
        String preview = prepared(3, "2024-10-05");
        docs.send("POST " + PACKAGE + "/legal-hold", "denmark/1/", "denmark/3/");
        AgreedSetup accounts = new AgreedSetup(docs.as("engineer"), docs.as("approver-one"));
        for (String[] use : new String[][] {
            {"GAS_PURCHASES", "5011"}, {"PAYABLE", "2010"}, {"RECEIVABLE", "1210"}, {"REVENUE", "4010"}
        }) {
            accounts.row(SetupSheet.ACCOUNTS, "sample-accounts", use[0], use[1], use[0]);
        }
        accounts.agree("no accounts for adjustments");
        docs.send("POST " + PACKAGE + "/approve", "denmark/1/", "denmark/3/", "{{previewHash}}", preview);
        docs.await(
                "/adjustment-packages/denmark/3",
                it -> it.toString().contains("PPA/2") || !it.get("journals").isEmpty());
        house.agree(docs.send("PUT /account-maps/{id}"));
        docs.send("POST " + PACKAGE + "/retry", "denmark/1/", "denmark/3/");
        awaitState(3, "BOOKED");
    }

    /** A reading of another figure for a day of October, calculated and to be decided. */
    private String prepared(int number, String day) throws Exception {
        docs.send("POST /readings", "2024-10-01\"", day + "\"", "2024-10-01-biogas", day + "-biogas");
        awaitState(number, "");
        docs.send("POST " + PACKAGE + "/prepare", "denmark/1/", "denmark/" + number + "/");
        String shown =
                awaitState(number, "OFFERED").at("/adjustments/previewHash").asString();
        assertThat(shown).hasSize(64);
        return shown;
    }

    private JsonNode awaitState(int number, String state) throws Exception {
        docs.await(
                "/adjustment-packages",
                page -> page.get("rows")
                        .valueStream()
                        .anyMatch(each -> each.toString().contains("denmark/" + number + "\"")
                                && each.get("state").asString().contains(state)));
        return docs.read("/adjustment-packages/denmark/" + number);
    }
}
