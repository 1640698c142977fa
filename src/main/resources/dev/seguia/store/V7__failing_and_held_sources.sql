-- Since when a source has brought nothing but failures, and whether the operator holds its polls.
alter table source add column if not exists failing_since bigint;
alter table source add column if not exists held boolean default false not null;
