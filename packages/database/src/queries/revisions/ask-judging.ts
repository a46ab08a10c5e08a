import type { Queryable } from '../../connection/connection.ts';
import { CONDITIONS, type ItemFilter, valuesOf } from '../desk/view-items.ts';

/** Which judgements are to be made anew: those by other rules, those made without any model, those that failed, or all. */
export type JudgedHow = 'older-rules' | 'without-models' | 'failed' | 'any';

export interface JudgingRequest {
  readonly profile: string;
  readonly askedBy: string;
  readonly at: Date;
}

/** Versions that wait already, or were asked for already, are left as they are. */
const ASKED = `asked as (
    insert into judgement_revisions (profile, article_id, article_version_id, asked_by, asked_at, rules_before)
    select profile, article_id, id, $1, $2, rule_set from wanted
    on conflict (article_version_id) where done_at is null do nothing
    returning article_version_id)
  update article_versions v set judged_at = null, judge_asked_at = $2, judge_attempts = 0, judge_failure = null, quarantined_at = null
  from asked where v.id = asked.article_version_id`;

/**
 * Lets the newest version of an article wait for the classifier once more, also one that was set aside after failures.
 *
 * @returns whether it does so by this call; false where it waited already or has no version
 */
export async function askJudgingOf(db: Queryable, articleId: string, request: JudgingRequest): Promise<boolean> {
  const result = await db.query(
    `with wanted as (
       select v.id, v.article_id, v.profile, j.rule_set from articles a join article_versions v on v.id = a.current_version_id
       left join judgements j on j.article_version_id = v.id
       where a.id = $3::bigint and a.profile = $4 and (v.judged_at is not null or v.quarantined_at is not null)
       for update of v),
     ${ASKED}`,
    [request.askedBy, request.at, articleId, request.profile],
  );
  return result.rowCount === 1;
}

/** What an older judgement is: `$18` says how, `$19` is the name of the rule set in force. */
const HOW = `case $18 when 'older-rules' then v.judged_at is not null and j.rule_set is distinct from $19
    when 'without-models' then v.judged_at is not null and j.models = '{}'
    when 'failed' then v.quarantined_at is not null
    else v.judged_at is not null or v.quarantined_at is not null end`;

/** What the narrow row tells already, so that few others are read where almost all are by the rules in force. */
const NARROW = `($18 <> 'older-rules' or page.rule_set is distinct from $19)`;

/**
 * Lets the newest versions of many articles wait for the classifier once more, the newest articles first.
 *
 * @param filter as of the stream; its `limit` is how many at most
 * @returns for how many this call asked
 */
export async function askJudgingOfMany(
  db: Queryable,
  filter: ItemFilter,
  how: { readonly judged: JudgedHow; readonly ruleSet: string },
  request: JudgingRequest,
): Promise<number> {
  // What failed may never have been judged and stands in no narrow row.
  const page =
    filter.relevantOnly && how.judged !== 'failed'
      ? 'select * from items where relevant'
      : `select a.id as article_id, a.profile, a.first_seen_at, a.origin, coalesce(i.language, o.language) as language,
           a.outlet_id, o.country, coalesce(i.sectors, '{}') as sectors, coalesce(i.places, '{}') as places, i.rule_set
         from articles a join outlets o on o.id = a.outlet_id left join items i on i.article_id = a.id`;
  const chosen = await db.query<{ id: string }>(
    `select v.id from (select article_id, first_seen_at from (${page}) page where profile = $1 and ${CONDITIONS}
       and ${NARROW}) chosen
     join articles a on a.id = chosen.article_id join article_versions v on v.id = a.current_version_id
     left join judgements j on j.article_version_id = v.id
     where ${HOW} order by chosen.first_seen_at desc, chosen.article_id desc limit $20`,
    [...valuesOf(filter), how.judged, how.ruleSet, filter.limit],
  );
  const result = await db.query(
    `with wanted as (
       select v.id, v.article_id, v.profile, j.rule_set from article_versions v
       left join judgements j on j.article_version_id = v.id
       where v.id = any($3::bigint[]) and (v.judged_at is not null or v.quarantined_at is not null)
       order by v.id for update of v),
     ${ASKED}`,
    [request.askedBy, request.at, chosen.rows.map(({ id }) => id)],
  );
  return result.rowCount ?? 0;
}
