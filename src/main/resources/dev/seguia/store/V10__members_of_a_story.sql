-- Who is surely of a story is read off the index alone.
create index if not exists entry_story_score on entry (story, story_score);
drop index if exists entry_story;
