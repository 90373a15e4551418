-- The line a reversal's line takes back; null for a line of its own.
alter table view_journal_line
    add column reverses_key  text,
    add column reverses_line int;
