-- When documents changed in a way that no entry's own date tells of: Last-Modified must move by it.
alter table installation add column shown bigint default 0 not null; -- in any document whatever
alter table installation add column look uuid;                       -- by which settings they are published
alter table tag add column members bigint default 0 not null;        -- known entries gained or lost the tag
alter table tag add column relabelled bigint default 0 not null;     -- it is shown by another spelling
