-- Wrong codes in a row of the second factor, apart from wrong passwords: whoever knows the password must not clear this count with it.
create table identity.second_factor_tries (
  account_id text primary key references identity."user" ("id") on delete cascade,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
-- Six-digit codes that were taken, for as long as the same code could still be right: each opens one door once.
create table identity.used_codes (
  account_id text not null references identity."user" ("id") on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (account_id, code)
);
