-- Articles of one story lie within days of each other, but a key (a place and a matter, a number) was found in articles of all time: the
-- search read them all and threw away those of other weeks. Under keys that carry province and period of ten days only the window is
-- read, whatever is stored. The province is in the key because a column of its own would have every row found asked again. The cost
-- tells the planner that the index is cheaper than asking every row; restricted, because it expects too many and would start processes
-- for a few hundred.
create function story_keys_in_time(profile text, keys bigint[], first timestamptz, last timestamptz) returns bigint[]
language plpgsql immutable parallel restricted strict cost 1000 as $$
begin
  return array(
    select key # hashtextextended(profile, period) from unnest(keys) key,
      generate_series(floor(extract(epoch from first) / 864000)::bigint, floor(extract(epoch from last) / 864000)::bigint) period);
end $$;

create index story_features_by_key_in_time on story_features using gin (story_keys_in_time(profile, keys, seen_at, seen_at));
drop index story_features_by_key;
