-- What the last document says of how often it is worth asking for (JSON): a 304 does not repeat it.
alter table source add column rhythm varchar(1000);

-- The URL that gave the validators, and the only one that they are sent to.
alter table source add column validators_of varchar(4000);

-- In how many polls in a row permanent redirects led to moved_to.
alter table source add column moved_seen integer default 0 not null;
