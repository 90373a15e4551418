-- Since when a node holds what it works on: neither Axon nor db-scheduler keeps it.
ALTER TABLE token_entry ADD COLUMN held_since timestamptz;
ALTER TABLE scheduled_tasks ADD COLUMN held_since timestamptz;

CREATE FUNCTION note_held_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.held_since := clock_timestamp();
    RETURN NEW;
END $$;

-- the conditions are looked at before the function is called: a claim that is only renewed costs nothing
CREATE TRIGGER token_entry_taken BEFORE INSERT ON token_entry
    FOR EACH ROW WHEN (NEW.owner IS NOT NULL) EXECUTE FUNCTION note_held_since();
CREATE TRIGGER token_entry_changed_hands BEFORE UPDATE ON token_entry
    FOR EACH ROW WHEN (NEW.owner IS DISTINCT FROM OLD.owner) EXECUTE FUNCTION note_held_since();
CREATE TRIGGER scheduled_tasks_picked BEFORE UPDATE ON scheduled_tasks
    FOR EACH ROW WHEN (NEW.picked AND NOT OLD.picked) EXECUTE FUNCTION note_held_since();
