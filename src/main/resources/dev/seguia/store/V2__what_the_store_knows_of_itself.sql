-- The first two only grow: a store file that has less of either than was noted beside it is not what
-- it was.
alter table installation add column writes bigint default 0 not null;   -- transactions so far
alter table installation add column last_seq bigint default 0 not null; -- the highest that was purged
alter table installation add column list_hash uuid;                     -- of the sources that are listed
