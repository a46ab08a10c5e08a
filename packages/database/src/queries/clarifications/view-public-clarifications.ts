import type { Queryable } from '../../connection/connection.ts';

/** The answer in one language, as it was released. */
export interface ClarificationText {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

/** What everybody may read of a case: nothing of persons, drafts or the work inside. */
export interface PublicClarification {
  readonly id: string;
  readonly claim: string;
  readonly channel: string;
  readonly leadAgency: string | null;
  readonly releasedAt: Date;
  readonly openedAt: Date;
  /** As the release's proof says, where its channel asks for it. */
  readonly documentNumber: string | null;
  readonly documentUrl: string | null;
  /** Vietnamese first. */
  readonly texts: readonly ClarificationText[];
  readonly articles: readonly { readonly outlet: string; readonly url: string; readonly publishedAt: string | null }[];
  /** Official records that the clarification rests on. */
  readonly records: readonly { readonly documentNumber: string; readonly source: string; readonly url: string }[];
}

export interface PublicClarificationFilter {
  readonly profile: string;
  readonly id: string | null;
  /** Only those that have a text in this language. */
  readonly language: string | null;
  /** Only those opened before this one. */
  readonly afterId: string | null;
  readonly limit: number;
}

/**
 * Clarifications that are open to everybody, the last opened first. One whose release was taken back, or none of whose texts
 * is still out by a channel that everybody can follow, is not among them.
 */
export async function viewPublicClarifications(
  db: Queryable,
  filter: PublicClarificationFilter,
): Promise<readonly PublicClarification[]> {
  const { rows } = await db.query<PublicClarification>(
    `select p.id, p.claim, l.channel, c.lead_agency as "leadAgency", l.released_at as "releasedAt", p.opened_at as "openedAt",
       l.proof ->> 'number' as "documentNumber", l.proof ->> 'url' as "documentUrl", t.texts,
       (select coalesce(jsonb_agg(jsonb_build_object('outlet', o.name, 'url', a.url, 'publishedAt', v.published_at)
            order by v.published_at, a.id), '[]')
          from case_articles s join articles a on a.id = s.article_id join outlets o on o.id = a.outlet_id
          join article_versions v on v.id = s.version_id where s.case_id = c.id) as articles,
       (select coalesce(jsonb_agg(distinct jsonb_build_object('documentNumber', o.document_number, 'source', o.source,
            'url', o.source_url)), '[]')
          from official_records k join record_citations q on q.record_id = k.id join official_records o on o.id = q.cited_id
          where k.release_id in (select id from releases where case_id = c.id) and k.withdrawn_at is null
            and o.withdrawn_at is null) as records
     from public_clarifications p join releases l on l.id = p.release_id join cases c on c.id = p.case_id,
     lateral (select jsonb_agg(jsonb_build_object('language', n.language, 'title', n.title, 'body', n.body)
         order by n.language <> 'vi', n.language) as texts
       from (select distinct on (r.language) r.language, r.title, r.body from responses r
         where r.case_id = c.id and r.state = 'approved' and exists (select from releases x where x.response_id = r.id
           and x.withdrawn_at is null and x.channel not in ('information-to-forces', 'correction-request'))
         order by r.language, r.number desc) n) t
     where p.profile = $1 and p.closed_at is null and l.withdrawn_at is null and t.texts is not null
       and ($2::bigint is null or p.id = $2) and ($3::text is null or t.texts @> jsonb_build_array(jsonb_build_object('language', $3)))
       and ($4::bigint is null or p.id < $4)
     order by p.id desc limit $5`,
    [filter.profile, filter.id, filter.language, filter.afterId, filter.limit],
  );
  return rows;
}
