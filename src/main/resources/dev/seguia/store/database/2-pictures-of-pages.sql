-- The picture that a page names for itself, by the hash of its URL: one that several articles of a site have is its logo.
alter table article_page add column if not exists picture uuid;
create index if not exists article_page_picture on article_page (site, picture);
