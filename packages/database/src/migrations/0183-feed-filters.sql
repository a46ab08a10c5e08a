-- Private addresses at which a feed reader follows a saved filter. Only the hash of the secret in the address is kept.
create table filter_feeds (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  filter_id bigint not null references saved_filters (id) on delete cascade,
  owner_id text not null,
  token_sha256 text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create unique index filter_feeds_one on filter_feeds (filter_id, owner_id) where revoked_at is null;
