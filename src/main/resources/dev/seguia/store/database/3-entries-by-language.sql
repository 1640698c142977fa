-- As 1: none of these minds what is there.

-- Feeds and pages by language: which languages occur, and the few entries of a rare one.
create index if not exists entry_language on entry (language);
