-- The pages of articles that are read because their sources give a summary only.
create table article_page (
  seq    bigint primary key references entry (seq) on delete cascade,
  due    bigint,                              -- null once it was read, or given up
  tries  integer not null,
  was_read boolean not null,
  reason varchar(2000)                        -- why it could not be read the last time
);
create index article_page_due on article_page (due);
