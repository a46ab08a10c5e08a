-- Sources, records, filters and accounts count the changes that people make, so that nobody overwrites what he has not seen.
create function count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end
$$;

-- What a crawler writes down about a source is no change of it.
alter table sources add column version integer not null default 1;
create trigger sources_counted before update on sources for each row
  when ((old.kind, old.url, old.language, old.country, old.priority, old.enabled, old.verified, old.settings)
    is distinct from (new.kind, new.url, new.language, new.country, new.priority, new.enabled, new.verified, new.settings))
  execute function count_version();

alter table official_records add column version integer not null default 1;
create trigger official_records_counted before update on official_records for each row
  when (old is distinct from new) execute function count_version();

alter table saved_filters add column version integer not null default 1;
create trigger saved_filters_counted before update on saved_filters for each row
  when (old is distinct from new) execute function count_version();

alter table identity."user" add column "version" integer not null default 1;
create trigger user_counted before update on identity."user" for each row
  when ((old."name", old."email", old."role", old."agency", old."disabledAt")
    is distinct from (new."name", new."email", new."role", new."agency", new."disabledAt"))
  execute function count_version();
