-- How many entries each source had of late, and how many of them bear a tag, the older the less: a tag that
-- most entries of its sources bear is for going about, and says nothing of what goes along.
create table if not exists source_count (
  source integer primary key references source (nr),
  weight double precision not null,
  moment bigint not null                                -- at which the weight was that
);
create table if not exists source_tag_count (
  tag    integer not null references tag (nr),
  source integer not null references source (nr),
  weight double precision not null,
  moment bigint not null,
  primary key (tag, source)
);
