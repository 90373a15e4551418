-- null: the standard limits
alter table view_close_terms add column estimate_percent   numeric;
alter table view_close_terms add column estimate_floor_kwh numeric(24, 6);
alter table view_close_terms add column erp_minutes        int;
