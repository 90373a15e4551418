-- The first period a version of a map of accounts holds in; null for every period before all others.
alter table view_account
    add column from_period text;
