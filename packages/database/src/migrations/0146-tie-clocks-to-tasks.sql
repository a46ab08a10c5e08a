-- Whose clock it is where a case has tasks side by side: null for the answer's own clocks, a task for those of a dossier or an opinion.
alter table deadlines add column assignment_id bigint references assignments (id);
create index deadlines_by_assignment on deadlines (assignment_id) where assignment_id is not null;
update deadlines d set assignment_id = s.id from assignments s where s.deadline_id = d.id;

-- What a published clarification of ours rests on: it is evidence only as long as every record that it cites stands.
create table record_citations (
  record_id bigint not null references official_records (id),
  cited_id bigint not null references official_records (id),
  profile text not null references profiles (id),
  primary key (record_id, cited_id),
  check (record_id <> cited_id)
);
create index record_citations_by_cited on record_citations (cited_id);
