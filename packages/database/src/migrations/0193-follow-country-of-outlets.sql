-- An outlet whose country nobody knew may learn it later, from any of those who write outlets: its items are filtered by it.
create function follow_outlet_country() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update items set country = new.country where profile = new.profile and outlet_id = new.id and country <> new.country;
  return null;
end
$$;
revoke execute on function follow_outlet_country() from public;
create trigger outlets_country_followed after update of country on outlets
  for each row when (old.country is distinct from new.country) execute function follow_outlet_country();
update items i set country = o.country from outlets o where o.id = i.outlet_id and i.country <> o.country;
