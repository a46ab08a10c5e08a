import type { Queryable } from '../../connection/connection.ts';

/** What became of a reported item, as far as its reporter is told. */
export type ReportOutcome = 'confirmed' | 'dismissed' | 'needs-evidence' | 'no-sign' | 'not-about-us' | 'failed';

/**
 * Writes to whoever reported an item lately what became of it: what the classifier found where it raised no flag, and each
 * decision of a person. Once for each outcome.
 *
 * @param words title and body of each outcome; the item's title is put after the body
 * @returns how many notices are new
 */
export async function tellReporters(
  db: Queryable,
  words: Readonly<Record<ReportOutcome, { readonly title: string; readonly body: string }>>,
  since: Date,
): Promise<number> {
  const result = await db.query(
    `insert into notices (profile, recipient_id, kind, title, body, link, dedupe_key)
     select r.profile, r.reporter_id, 'report-' || r.outcome, $1::jsonb -> r.outcome ->> 'title',
       ($1::jsonb -> r.outcome ->> 'body') || ' ' || r.title, '/articles/' || r.article_id, 'report:' || r.article_id || ':' || r.outcome
     from (
       select distinct on (e.profile, e.reporter_id, a.id) e.profile, e.reporter_id, a.id as article_id,
         coalesce(v.title, nullif(a.listed_title, ''), a.url) as title,
         case when w.decision in ('confirmed', 'dismissed', 'needs-evidence') then w.decision
           when f.id is not null then null
           when j.relevant then 'no-sign'
           when not j.relevant then 'not-about-us'
           when a.state in ('gone', 'quarantined') then 'failed' end as outcome
       from intake_reports e join articles a on a.id = e.article_id
       left join article_versions v on v.id = a.current_version_id
       left join judgements j on j.article_version_id = a.current_version_id
       left join lateral (select id from flags where article_id = a.id and state <> 'withdrawn' order by id desc limit 1) f on true
       left join lateral (select decision from reviews where flag_id = f.id order by id desc limit 1) w on true
       where e.reported_at >= $2) r
     where r.outcome is not null
     on conflict (profile, recipient_id, dedupe_key) do nothing`,
    [JSON.stringify(words), since],
  );
  return result.rowCount ?? 0;
}
