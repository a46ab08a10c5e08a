-- An earlier clarification that a dossier leans on: withdrawing the release reaches whoever leaned on it.
alter table dossier_items add column release_id bigint references releases (id);
create index dossier_items_by_record on dossier_items (record_id) where record_id is not null and superseded_by is null;
create index dossier_items_by_release on dossier_items (release_id) where release_id is not null and superseded_by is null;

-- An official record that says what a release of ours said stands and falls with that release.
alter table official_records add column release_id bigint references releases (id);
create index official_records_by_release on official_records (release_id) where release_id is not null;

-- Who gave more time, and why.
alter table deadlines add column extended_by text;
alter table deadlines add column extension_text_id bigint references case_texts (id);

create index response_comments_by_response on response_comments (response_id);
create index spokespersons_by_agency on spokespersons (profile, agency) where ended_at is null;
