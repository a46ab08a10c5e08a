-- Institutions that get each issued briefing by e-mail, and their letters among the other deliveries.
create table briefing_recipients (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  -- The institution or the post, as the list of recipients names it.
  name text not null,
  address text not null,
  added_by text not null,
  added_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check ((removed_at is null) = (removed_by is null))
);
create unique index briefing_recipients_once on briefing_recipients (profile, lower(address)) where removed_at is null;

alter table deliveries add column briefing_id bigint references briefings (id);
alter table deliveries add column briefing_recipient_id bigint references briefing_recipients (id);
alter table deliveries drop constraint deliveries_check;
alter table deliveries add constraint deliveries_to_one
  check (num_nonnulls(recipient_id, briefing_recipient_id) = case channel when 'email' then 1 else 0 end);
alter table deliveries add constraint deliveries_of_briefing check ((briefing_id is null) = (briefing_recipient_id is null));
create unique index deliveries_one_per_briefing on deliveries (briefing_id, briefing_recipient_id);
