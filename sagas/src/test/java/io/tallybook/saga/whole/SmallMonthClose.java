package io.tallybook.saga.whole;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small month in a house of its own, and what people do to close it. */
abstract class SmallMonthClose {
    static final String KEY = "dk_2024-10_CLOSE_1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    TestDatabase database = TestDatabase.fresh();

    @SuppressWarnings("NullAway.Init")
    House house;

    @SuppressWarnings("NullAway.Init")
    SmallMonth month;

    @BeforeEach
    void start() {
        house = House.open(database, directory);
        month = new SmallMonth(house);
        month.setUp();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    void toCutoff() {
        month.open();
        house.await(Example.CLOSE, CloseOpened.class);
        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
    }

    void finish(Sha256 packHash) throws IOException {
        approve("bob", packHash);
        approve("carol", packHash);
        house.erp().post(KEY, "4711");
        house.await(Example.CLOSE, PackPublished.class);
        house.order(
                "carol", Role.APPROVER, new LockPeriod(Example.CLOSE, packHash, new PersonId("carol"), House.now()));
    }

    void approve(String person, Sha256 packHash) {
        house.order(person, Role.APPROVER, approval(person, packHash));
    }

    static ApproveClose approval(String person, Sha256 packHash) {
        return new ApproveClose(Example.CLOSE, packHash, new PersonId(person), House.now());
    }
}
