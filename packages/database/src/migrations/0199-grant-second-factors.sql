-- The tables of 0196 came after the service role was given its rights to this schema; whatever comes later gets them by itself.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lamro_service') then
    return;
  end if;
  grant select, insert, update, delete on identity.second_factor_tries, identity.used_codes to lamro_service;
  alter default privileges in schema identity grant select, insert, update, delete on tables to lamro_service;
end
$$;
