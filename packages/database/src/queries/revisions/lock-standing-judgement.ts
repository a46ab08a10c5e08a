import type { FlagState } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

/** What stands about a version before it is judged. */
export interface StandingJudgement {
  /** False when another worker judged the version meanwhile. */
  readonly waiting: boolean;
  /** The judgement with its claims and signals, as it is kept when another takes its place; null where there is none. */
  readonly judgement: unknown;
  readonly ruleSet: string | null;
  readonly flagId: string | null;
  readonly flagState: FlagState | null;
  /** Whether a person decided on the flag, or a case rests on it. */
  readonly reviewed: boolean;
}

/** Locks a version and its flag until the transaction ends, so that it is judged once and nobody reviews meanwhile. */
export async function lockStandingJudgement(db: Queryable, versionId: string): Promise<StandingJudgement> {
  const locked = await db.query<{ waiting: boolean }>(
    'select judged_at is null as waiting from article_versions where id = $1 for update',
    [versionId],
  );
  await db.query('select id from flags where article_version_id = $1 for update', [versionId]);
  const { rows } = await db.query<Omit<StandingJudgement, 'waiting'>>(
    `select j.rule_set as "ruleSet", f.id as "flagId", f.state as "flagState",
       coalesce(f.state in ('confirmed', 'dismissed', 'needs-evidence')
         or exists (select 1 from reviews r where r.flag_id = f.id)
         or exists (select 1 from case_flags c where c.flag_id = f.id), false) as reviewed,
       to_jsonb(j) || jsonb_build_object(
         'claims', (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from claims c where c.article_version_id = j.article_version_id),
         'signals', (select coalesce(jsonb_agg(to_jsonb(s) order by s.id), '[]') from signals s where s.article_version_id = j.article_version_id)
       ) as judgement
     from judgements j left join flags f on f.article_version_id = j.article_version_id
     where j.article_version_id = $1`,
    [versionId],
  );
  const none = { judgement: null, ruleSet: null, flagId: null, flagState: null, reviewed: false };
  return { waiting: locked.rows[0]?.waiting ?? false, ...(rows[0] ?? none) };
}
