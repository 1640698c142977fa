-- What kind of document a source was found to be, where the list does not say, and whether its
-- archives were followed.
alter table source add column if not exists kind varchar(10);
alter table source add column if not exists history boolean default false not null;
-- Whether some source that carries the entry wants the text of its page, not only what is missing.
alter table article_page add column if not exists full_text boolean default true not null;
