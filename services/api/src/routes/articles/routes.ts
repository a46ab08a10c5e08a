import {
  findTranslation,
  markArticlesRead,
  viewArticle,
  viewConsidered,
  viewIntakeReports,
  viewItems,
  viewJudgement,
  viewRevisions,
  viewSignals,
  viewVersions,
} from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint, fileEndpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, id, idParam, listOf, paged, words } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { judgingEndpoints } from './judging.ts';
import { article, item, itemFilter, judged, streamQuery, translation, version } from './schema.ts';

const about = { tag: 'articles', right: 'press.read' } as const;
const versionParams = z.strictObject({ id, versionId: id });

/** Articles as the crawler found them, each with its versions. */
export function articleEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool, clock } = parts;
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listArticles',
      method: 'get',
      path: '/articles',
      summary: 'Dòng tin, mới nhất trước, lọc như trên trang làm việc',
      query: streamQuery,
      answer: listOf(item),
      handle: async ({ actor, query }) =>
        paged(await viewItems(pool, itemFilter(query, actor)), query.limit, (row) => `${row.seenMicros}_${row.id}`),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'getArticle',
      method: 'get',
      path: '/articles/{id}',
      summary: 'Một bài',
      params: idParam,
      answer: article,
      handle: async ({ actor, params }) => ({
        ...found(await viewArticle(pool, actor.profile, params.id)),
        reports: await viewIntakeReports(pool, actor.profile, params.id),
      }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'markArticlesRead',
      method: 'post',
      path: '/articles/read',
      summary: 'Đánh dấu đã đọc',
      body: z.strictObject({ articleIds: z.array(id).min(1).max(500) }),
      answer: done,
      handle: async ({ actor, body }) => {
        const { profile, id: reader } = actor;
        await markArticlesRead(pool, { profile, reader, articleIds: body.articleIds, at: clock.now() });
        return DONE;
      },
    }),
    ...versionEndpoints(parts),
    ...judgingEndpoints(parts),
  ];
}

function versionEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool, casework, blobStore } = parts;
  const versionsOf = async (profile: string, articleId: string) => {
    found(await viewArticle(pool, profile, articleId));
    return viewVersions(pool, profile, articleId);
  };
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listArticleVersions',
      method: 'get',
      path: '/articles/{id}/versions',
      summary: 'Các phiên bản đã lưu của bài, mới nhất trước',
      params: idParam,
      answer: z.object({ items: z.array(version) }),
      handle: async ({ actor, params }) => ({ items: await versionsOf(actor.profile, params.id) }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'getJudgement',
      method: 'get',
      path: '/articles/{id}/versions/{versionId}/judgement',
      summary: 'Kết quả xét một phiên bản: liên quan, lĩnh vực, dấu hiệu và bằng chứng',
      params: versionParams,
      answer: judged,
      handle: async ({ actor, params }) => {
        const versions = await versionsOf(actor.profile, params.id);
        const { id: versionId } = found(versions.find((candidate) => candidate.id === params.versionId));
        return {
          judgement: await viewJudgement(pool, actor.profile, versionId),
          signals: await viewSignals(pool, actor.profile, versionId),
          considered: await viewConsidered(pool, actor.profile, versionId),
          revisions: await viewRevisions(pool, actor.profile, versionId),
        };
      },
    }),
    ...translationEndpoints(parts),
    fileEndpoint({
      ...bare,
      tag: 'articles',
      right: 'press.open-archived',
      operation: 'openArchivedVersion',
      method: 'get',
      path: '/articles/{id}/versions/{versionId}/archive',
      summary: 'Trang gốc đã lưu, dưới dạng tệp; mỗi lần mở được ghi nhật ký',
      params: versionParams,
      media: ['application/octet-stream'],
      handle: async ({ actor, params }) => {
        const versions = await versionsOf(actor.profile, params.id);
        const { id: versionId } = found(versions.find((candidate) => candidate.id === params.versionId));
        const { sha256 } = await casework.openArchived(actor, { versionId });
        if (!(await blobStore.has(sha256))) return found<Response>(null);
        // A foreign page must never run on our origin.
        return new Response(Uint8Array.from(await blobStore.get(sha256)), {
          headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename="lam-ro-${versionId}.html"`,
          },
        });
      },
    }),
  ];
}

const HOME_LANGUAGE = 'vi';

function translationEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'getTranslation',
      method: 'get',
      path: '/versions/{id}/translation',
      summary: 'Bản dịch tiếng Việt của một phiên bản: của chuyên viên trước, của máy sau',
      params: idParam,
      answer: z.object({ translation: z.union([translation, z.null()]) }),
      handle: async ({ actor, params }) => ({
        translation: await findTranslation(pool, actor.profile, params.id, HOME_LANGUAGE),
      }),
    }),
    endpoint({
      ...bare,
      tag: 'articles',
      right: 'press.translate',
      operation: 'translateArticle',
      method: 'post',
      path: '/versions/{id}/translation',
      summary: 'Lưu bản dịch tiếng Việt của chuyên viên',
      params: idParam,
      body: z.strictObject({ title: words(1_000), body: words(200_000) }),
      answer: z.object({ articleId: id }),
      handle: ({ actor, params, body }) => casework.translateArticle(actor, { ...body, versionId: params.id }),
    }),
  ];
}
