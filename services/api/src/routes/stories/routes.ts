import { insertStory, lockStories, moveArticles, viewStories, viewTellings } from '@lamro/database';
import { z } from 'zod';
import { noted } from '../../command/noted.ts';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, id, idCursor, idParam, instant, listOf, maybe, paged, text, words } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { mergeInto } from './merge.ts';

const story = z.object({
  id,
  title: text,
  firstAt: instant,
  lastAt: instant,
  mergedInto: maybe(id),
  articles: count,
});
const telling = z.object({
  articleId: id,
  title: text,
  outlet: text,
  country: text,
  language: text,
  at: instant,
  duplicateOf: maybe(id),
  flagState: maybe(text),
});
const articleIds = z.array(id).min(1).max(200);
const arranged = z.object({ storyId: id, articles: count });
const read = { tag: 'stories', right: 'press.read' } as const;
const arrange = { tag: 'stories', right: 'story.arrange', method: 'post' } as const;

/** Stories: the articles that tell of the same thing. */
export function storyEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool } = parts;
  return [
    endpoint({
      ...bare,
      ...read,
      operation: 'listStories',
      method: 'get',
      path: '/stories',
      summary: 'Các câu chuyện, mới nhất trước',
      query: z.strictObject(idCursor),
      answer: listOf(story),
      handle: async ({ actor, query }) => {
        const { cursor = null, limit } = query;
        const rows = await viewStories(pool, { profile: actor.profile, id: null, afterId: cursor, limit: limit + 1 });
        return paged(rows, limit, (row) => row.id);
      },
    }),
    endpoint({
      ...bare,
      ...read,
      operation: 'getStory',
      method: 'get',
      path: '/stories/{id}',
      summary: 'Một câu chuyện và các bài của nó (nhiều nhất 100)',
      params: idParam,
      answer: story.extend({ tellings: z.array(telling) }),
      handle: async ({ actor: { profile }, params }) => {
        const row = found((await viewStories(pool, { profile, id: params.id, afterId: null, limit: 1 }))[0]);
        return { ...row, tellings: await viewTellings(pool, profile, params.id, '0') };
      },
    }),
    ...arrangements(parts),
  ];
}

function arrangements(parts: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      ...arrange,
      operation: 'mergeStory',
      path: '/stories/{id}/merge',
      summary: 'Gộp câu chuyện này vào một câu chuyện khác',
      params: idParam,
      body: z.strictObject({ into: id }),
      answer: z.object({ storyId: id }),
      handle: ({ actor, params, body }) => mergeInto(parts, actor, params.id, body.into),
    }),
    endpoint({
      ...bare,
      ...arrange,
      operation: 'splitStory',
      path: '/stories/{id}/split',
      summary: 'Tách một số bài thành câu chuyện mới',
      params: idParam,
      body: z.strictObject({ articleIds, title: words(300) }),
      answer: arranged,
      status: 201,
      handle: ({ actor, params, body }) =>
        noted(parts, actor, { action: 'split-story', objectKind: 'story', objectId: params.id }, async (db, at) => {
          const { profile, id: by } = actor;
          found((await lockStories(db, profile, [params.id]))[0]);
          const storyId = await insertStory(db, { profile, title: body.title, at });
          const moved = await moveArticles(db, { profile, articleIds: body.articleIds, storyId, by, at });
          return { storyId, articles: moved };
        }),
    }),
    endpoint({
      ...bare,
      ...arrange,
      operation: 'moveArticles',
      path: '/stories/{id}/articles',
      summary: 'Chuyển các bài vào câu chuyện này',
      params: idParam,
      body: z.strictObject({ articleIds }),
      answer: arranged,
      handle: ({ actor, params, body }) =>
        noted(parts, actor, { action: 'move-articles', objectKind: 'story', objectId: params.id }, async (db, at) => {
          const { profile, id: by } = actor;
          const storyId = found((await lockStories(db, profile, [params.id]))[0]);
          return {
            storyId,
            articles: await moveArticles(db, { profile, articleIds: body.articleIds, storyId, by, at }),
          };
        }),
    }),
  ];
}
