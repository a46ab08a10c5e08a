-- When a turn was written by the database's own clock: a turn from the future was written before that clock was set back.
alter table host_turns add column written_at timestamptz not null default clock_timestamp();
