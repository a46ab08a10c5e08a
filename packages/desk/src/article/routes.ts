import {
  findTranslation,
  markArticlesRead,
  viewArticle,
  viewConsidered,
  viewIntakeReports,
  viewJudgement,
  viewOutletOutcomes,
  viewRevisions,
  viewSignals,
  viewTellings,
  viewVersions,
} from '@lamro/database';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, optionalId, pathId, readForm, readQuery, requiredText } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { archiveRoute } from './archive.ts';
import { differencePage } from './difference-page.ts';
import { type ArticleContent, articlePage } from './page.ts';
import { HOME_LANGUAGE } from './translation.ts';

/** One article, its versions, and what changed between them. */
export function articleRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, clock } = options;
  const routes = new Hono<DeskEnv>();
  routes.get('/articles/:id', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'press.read');
    const { version } = readQuery(c, z.object({ version: optionalId }));
    const content = await readArticle(options, view, pathId(c), version);
    const { profile, id } = view.actor;
    await markArticlesRead(pool, { profile, reader: id, articleIds: [content.article.id], at: clock.now() });
    return c.html(articlePage(view, content, statusOf(view, c.req.query())));
  });
  routes.get('/articles/:id/versions/:version/difference', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'press.read');
    const article = found(await viewArticle(pool, view.actor.profile, pathId(c)));
    const versions = await viewVersions(pool, view.actor.profile, article.id);
    const index = versions.findIndex(({ id }) => id === c.req.param('version'));
    const [after, before] = [versions[index], versions[index + 1]];
    if (after === undefined || before === undefined) throw new NotFound();
    return c.html(differencePage(view, article, before, after));
  });
  routes.post('/articles/:id/judge', async (c) => {
    await readForm(c, z.object({}));
    const { articleId, asked } = await options.casework.judgeAnew(c.get('signed').actor, { articleId: pathId(c) });
    return c.redirect(`/articles/${articleId}?judging=${asked ? 'asked' : 'waits'}`, 303);
  });
  archiveRoute(routes, options);
  routes.post('/versions/:version/translation', async (c) => {
    const form = await readForm(c, z.object({ title: requiredText, body: requiredText }));
    const { articleId } = await options.casework.translateArticle(c.get('signed').actor, {
      ...form,
      versionId: pathId(c, 'version'),
    });
    return c.redirect(`/articles/${articleId}?translated`, 303);
  });
  return routes;
}

/** What the page says of what was just done. */
function statusOf({ words }: SignedView, query: Readonly<Record<string, string>>): string | null {
  if (query['translated'] !== undefined) return words.translating.saved;
  if (query['judging'] === 'asked') return words.judging.asked;
  return query['judging'] === 'waits' ? words.judging.waitsAlready : null;
}

async function readArticle(
  { pool }: DeskOptions,
  view: SignedView,
  id: string,
  versionId: string | null,
): Promise<ArticleContent> {
  const { profile } = view.actor;
  const article = found(await viewArticle(pool, profile, id));
  const versions = await viewVersions(pool, profile, id);
  const version = versions.find((entry) => entry.id === (versionId ?? article.currentVersionId)) ?? null;
  const [judgement, revisions, translation, signals, considered, tellings, outcomes, reports] = await Promise.all([
    version === null ? null : viewJudgement(pool, profile, version.id),
    version === null ? [] : viewRevisions(pool, profile, version.id),
    version === null ? null : findTranslation(pool, profile, version.id, HOME_LANGUAGE),
    version === null ? [] : viewSignals(pool, profile, version.id),
    version === null ? [] : viewConsidered(pool, profile, version.id),
    article.storyId === null ? [] : viewTellings(pool, profile, article.storyId, id),
    viewOutletOutcomes(pool, profile, article.outletId),
    viewIntakeReports(pool, profile, id),
  ]);
  return {
    article,
    version,
    translation,
    versions,
    judgement,
    signals,
    considered,
    tellings,
    outcomes,
    reports,
    revisions,
  };
}
