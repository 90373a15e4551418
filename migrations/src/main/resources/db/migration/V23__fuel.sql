-- what the system burns, flares or vents itself; balances written before knew none
alter table view_balance add column fuel numeric(24, 6);
update view_balance set fuel = 0 where receipts is not null;
alter table view_balance_day add column fuel numeric(24, 6) not null default 0;
