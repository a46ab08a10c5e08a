-- Every article is both searched for and written: keys that wait in a list to be sorted into the index are read through by each search,
-- which costs more than sorting them in at once.
alter index story_features_by_key_in_time set (fastupdate = off);
select gin_clean_pending_list('story_features_by_key_in_time');
