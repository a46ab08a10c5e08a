-- What stands in the head and foot of an issued briefing, and the lock on everything that was issued.
alter table briefings add column document_number integer check (document_number > 0);
alter table briefings add column signer text;

create function refuse_issued() returns trigger language plpgsql as $$
begin
  if old.state = 'issued' then
    raise exception 'briefing % is issued and does not change', old.id using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger briefings_frozen before update or delete on briefings
  for each row execute function refuse_issued();
-- Files come with the issue and are never exchanged.
create trigger briefing_files_append_only before update or delete on briefing_files
  for each row execute function refuse_change();
create trigger briefings_no_truncate before truncate on briefings
  for each statement execute function refuse_change();
create trigger briefing_files_no_truncate before truncate on briefing_files
  for each statement execute function refuse_change();
