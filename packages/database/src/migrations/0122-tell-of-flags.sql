-- What people were told of already, whoever there was to tell.
alter table flags add column told_at timestamptz;
update flags set told_at = opened_at;
create index flags_untold on flags (id) where told_at is null;
alter table sources add column told_alarm text;
