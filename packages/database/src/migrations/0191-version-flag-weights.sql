-- Weights of the flag score as they were learned from decisions, and which of them a person put in force when. Both are only added to.
create table flag_weights (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  version text not null,
  weights jsonb not null,
  -- Held-out calibration with these weights and with those before.
  calibration jsonb not null,
  learned_after text not null,
  learned_by text not null,
  learned_at timestamptz not null,
  unique (profile, version)
);

create table flag_weight_choices (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  -- Null: the starting weights.
  version text,
  chosen_by text not null,
  reason text not null check (length(trim(reason)) > 0),
  chosen_at timestamptz not null,
  foreign key (profile, version) references flag_weights (profile, version)
);
create index flag_weight_choices_newest on flag_weight_choices (profile, id desc);

do $$
begin
  if exists (select from pg_roles where rolname = 'lamro_classifier') then
    grant select on flag_weights, flag_weight_choices to lamro_classifier;
  end if;
  if exists (select from pg_roles where rolname = 'lamro_dispatcher') then
    revoke insert, update on flag_weights, flag_weight_choices from lamro_dispatcher;
  end if;
end
$$;
