import {
  countStruckSignals,
  findTranslation,
  viewArticle,
  viewConsidered,
  viewFlag,
  viewFlags,
  viewJudgement,
  viewReviews,
  viewSignals,
  viewStoryFlags,
  viewVersions,
} from '@lamro/database';
import { FLAG_STATES, originSchema } from '@lamro/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import { HOME_LANGUAGE } from '../article/translation.ts';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, pathId, readForm, readQuery, requiredText } from '../desk/read.ts';
import { InvalidForm } from '../desk/refusals.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { unlessRefused } from '../page/refused.ts';
import { type DecisionForm, decisionForm, reasonOf } from './decision.ts';
import { FLAG_PAGE, flagListPage } from './list-page.ts';
import { type FlagContent, flagPage } from './page.ts';

const listQuery = z.object({
  state: z
    .enum(['waiting', ...FLAG_STATES])
    .catch('waiting')
    .default('waiting'),
  origin: originSchema.nullable().catch(null).default(null),
  after: z
    .string()
    .regex(/^[\d.e-]{1,20}_[1-9]\d{0,17}$/)
    .nullable()
    .catch(null)
    .default(null),
});

/** The list of flags, one screen per flag, and the decision on it. */
export function flagRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, casework } = options;
  const routes = new Hono<DeskEnv>();
  routes.get('/flags', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'flag.read');
    const query = readQuery(c, listQuery);
    const { profile } = view.actor;
    const after = afterOf(query.after);
    const flags = await viewFlags(pool, { ...query, profile, after, limit: FLAG_PAGE + 1 });
    return c.html(flagListPage(view, query, flags));
  });
  routes.get('/flags/:id', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'flag.read');
    return c.html(flagPage(view, await readFlag(options, view, pathId(c))));
  });
  routes.post('/flags/:id/decision', async (c) => {
    const view = c.get('signed');
    const id = pathId(c);
    const form = await readForm(c, decisionForm);
    const problem = await unlessRefused(() => casework.reviewFlag(view.actor, reviewOf(id, form)));
    if (problem === null) return c.redirect(`/flags/${id}`, 303);
    return c.html(flagPage(view, { ...(await readFlag(options, view, id)), typed: form, problem }), 409);
  });
  routes.post('/flags/:id/reopen', async (c) => {
    const id = pathId(c);
    const form = await readForm(c, z.object({ reason: requiredText, version: z.coerce.number().int().positive() }));
    await casework.reopenFlag(c.get('signed').actor, {
      flagId: id,
      reason: form.reason,
      expectedVersion: form.version,
    });
    return c.redirect(`/flags/${id}`, 303);
  });
  return routes;
}

function reviewOf(flagId: string, form: DecisionForm) {
  if (form.decision === null) throw new InvalidForm(['decision']);
  const struckSignals = form['shown[]'].filter((signal) => !form['kept[]'].includes(signal));
  return {
    flagId,
    decision: form.decision,
    // A confirmation says "distorted" by itself, an abstention "not enough evidence".
    verdict: form.decision === 'dismissed' ? form.verdict : null,
    reason: reasonOf(form),
    struckSignals,
    expectedVersion: form.version,
  };
}

function afterOf(cursor: string | null): { score: number; id: string } | null {
  const [score, id] = cursor?.split('_') ?? [];
  return score === undefined || id === undefined || !Number.isFinite(Number(score))
    ? null
    : { score: Number(score), id };
}

async function readFlag({ pool }: DeskOptions, view: SignedView, id: string): Promise<FlagContent> {
  const { profile } = view.actor;
  const flag = found(await viewFlag(pool, profile, id));
  const [article, versions, judgement, translation, signals, considered, reviews, siblings, waiting] =
    await Promise.all([
      viewArticle(pool, profile, flag.articleId),
      viewVersions(pool, profile, flag.articleId),
      viewJudgement(pool, profile, flag.versionId),
      findTranslation(pool, profile, flag.versionId, HOME_LANGUAGE),
      viewSignals(pool, profile, flag.versionId),
      viewConsidered(pool, profile, flag.versionId),
      viewReviews(pool, profile, id),
      viewStoryFlags(pool, profile, flag),
      viewFlags(pool, { profile, state: 'waiting', origin: null, after: null, limit: 2 }),
    ]);
  const nextId = waiting.find((entry) => entry.id !== id)?.id ?? null;
  const version = found(versions.find((entry) => entry.id === flag.versionId) ?? null);
  // Only who looks at a decision asks what it taught.
  const counts = reviews.length === 0 ? [] : await countStruckSignals(pool, profile, new Date(0));
  return {
    flag,
    article: found(article),
    version,
    judgement,
    translation,
    signals,
    considered,
    reviews,
    siblings,
    counts,
    nextId,
  };
}
