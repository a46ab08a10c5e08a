-- Accounts, sessions and second factors, in the shape that better-auth reads and writes by itself (quoted names are its own).
create schema if not exists identity;

create table if not exists identity."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean,
  "role" text not null check ("role" in ('analyst', 'officer', 'leader', 'coordinator', 'administrator', 'auditor')),
  "profile" text not null,
  "agency" text,
  "disabledAt" timestamptz,
  check ("role" <> 'officer' or "agency" is not null)
);
create index if not exists user_by_profile on identity."user" ("profile", "role");

create table if not exists identity."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references identity."user" ("id") on delete cascade
);
create index if not exists session_by_user on identity."session" ("userId");

create table if not exists identity."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references identity."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index if not exists account_by_user on identity."account" ("userId");

create table if not exists identity."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index if not exists verification_by_identifier on identity."verification" ("identifier");

create table if not exists identity."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references identity."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index if not exists two_factor_by_secret on identity."twoFactor" ("secret");
create index if not exists two_factor_by_user on identity."twoFactor" ("userId");

-- Wrong passwords in a row, by the address that was typed: an unknown address locks the same way, so that the lock tells nothing.
create table if not exists identity.sign_in_failures (
  email text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);

create table if not exists identity.invitations (
  id bigint generated always as identity primary key,
  token_sha256 text not null unique,
  email text,
  name text,
  role text not null check (role in ('analyst', 'officer', 'leader', 'coordinator', 'administrator', 'auditor')),
  profile text not null,
  agency text,
  invited_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  account_id text references identity."user" ("id")
);

create table if not exists identity.api_keys (
  id bigint generated always as identity primary key,
  account_id text not null references identity."user" ("id") on delete cascade,
  name text not null,
  key_sha256 text not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index if not exists api_keys_by_account on identity.api_keys (account_id);
