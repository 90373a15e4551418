package io.tallybook.query.projection;

import io.tallybook.messages.Event;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Hands a projection its events: one batch of Axon's processor is one transaction of rows, token, progress and one
 * notification. Not annotated, for only so can a projection say which families it listens to.
 */
final class ProjectionHandler implements EventMessageHandler {
    /** Topic of the notifications that pages listen to. */
    static final String CHANNEL = "tallybook";

    private final Projection projection;
    private final DSLContext db;
    private final Progress progress;

    ProjectionHandler(Projection projection, DSLContext db, Progress progress) {
        this.projection = projection;
        this.db = db;
        this.progress = progress;
    }

    Projection projection() {
        return projection;
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return projection.listensTo(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projection.listensTo(payloadType);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        At at = at(message);
        Open open = open();
        open.batch.on((Event) message.getPayload(), at);
        open.position = at.position();
        return null;
    }

    private Open open() {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        return unit.getOrComputeResource("projection " + projection.feature(), key -> begin(unit));
    }

    private Open begin(UnitOfWork<?> unit) {
        // Rows and token live and die together and can be made again from the log: no need to wait for the disk.
        db.execute("set local synchronous_commit = off");
        Open open = new Open(projection.begin().apply(db));
        unit.onPrepareCommit(u -> end(open));
        unit.afterCommit(u -> progress.ring());
        return open;
    }

    private void end(Open open) {
        if (open.ended) {
            return;
        }
        open.ended = true;
        open.batch.end();
        Progress.record(db, projection, open.position);
        db.select(DSL.function(
                        "pg_notify",
                        Object.class,
                        DSL.val(CHANNEL),
                        DSL.val(projection.feature() + ":" + open.position)))
                .execute();
    }

    private static At at(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked && message instanceof DomainEventMessage<?> event) {
            long position = tracked.trackingToken().position().orElseThrow();
            return new At(
                    position,
                    UUID.fromString(event.getIdentifier()),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getTimestamp());
        }
        throw new IllegalStateException("a projection reads the log and nothing else");
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    /** Before a replay: rows and progress go. */
    @Override
    public void prepareReset() {
        projection.tables().forEach(table -> db.truncate(table).execute());
        Progress.record(db, projection, 0);
    }

    @Override
    public <R> void prepareReset(R context) {
        prepareReset();
    }

    /** A batch under way. */
    private static final class Open {
        private final Projection.Batch batch;
        private long position;
        private boolean ended;

        private Open(Projection.Batch batch) {
            this.batch = batch;
        }
    }
}
