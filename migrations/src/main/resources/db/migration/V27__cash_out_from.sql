-- The first period a version of a table of tiers holds in; null for every period before all others (ADR 23).
alter table view_cash_out_tier
    add column from_period text;
