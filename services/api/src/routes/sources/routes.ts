import { viewSourceAttempts, viewSources } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint, fileEndpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, id, idParam } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { addBody, attempt, changeBody, imported, previewBody, source, trial } from './schema.ts';

const MOST_SOURCES = 2_000;
const about = { tag: 'sources', right: 'source.read' } as const;
/** The command itself checks who may. */
const command = { tag: 'sources', right: null } as const;

/** Sources that the province watches, and their health. */
export function sourceEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  const one = async (profile: string, wanted: string) =>
    found((await viewSources(pool, { profile, id: wanted, alarmedOnly: false, limit: 1 }))[0]);
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listSources',
      method: 'get',
      path: '/sources',
      summary: 'Danh sách nguồn tin kèm tình trạng; nguồn có báo động đứng trước',
      query: z.strictObject({ alarmed: z.enum(['true', 'false']).default('false') }),
      answer: z.object({ items: z.array(source) }),
      handle: async ({ actor, query }) => ({
        items: await viewSources(pool, {
          profile: actor.profile,
          id: null,
          alarmedOnly: query.alarmed === 'true',
          limit: MOST_SOURCES,
        }),
      }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'getSource',
      method: 'get',
      path: '/sources/{id}',
      summary: 'Một nguồn tin',
      params: idParam,
      answer: source,
      handle: async ({ actor, params, headers }) => {
        const row = await one(actor.profile, params.id);
        setVersion(headers, row.version);
        return row;
      },
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'listSourceAttempts',
      method: 'get',
      path: '/sources/{id}/attempts',
      summary: 'Các lần đọc nguồn gần nhất',
      params: idParam,
      answer: z.object({ items: z.array(attempt) }),
      handle: async ({ actor, params }) => {
        await one(actor.profile, params.id);
        return { items: await viewSourceAttempts(pool, actor.profile, params.id) };
      },
    }),
    endpoint({
      ...bare,
      ...command,
      operation: 'addSource',
      method: 'post',
      path: '/sources',
      summary: 'Thêm nguồn tin',
      body: addBody,
      status: 201,
      answer: z.object({ sourceId: id }),
      handle: ({ actor, body }) => casework.addSource(actor, body),
    }),
    endpoint({
      ...bare,
      ...command,
      operation: 'changeSource',
      method: 'patch',
      path: '/sources/{id}',
      summary: 'Sửa, bật, tắt nguồn tin',
      params: idParam,
      body: changeBody,
      answer: done,
      handle: async ({ actor, params, body, expectedVersion, headers }) => {
        const seen = expectedVersion === undefined ? {} : { expectedVersion };
        const { version } = await casework.changeSource(actor, { ...body, ...seen, sourceId: params.id });
        setVersion(headers, version);
        return DONE;
      },
    }),
    endpoint({
      ...bare,
      ...command,
      operation: 'previewSource',
      method: 'post',
      path: '/source-trials',
      summary: 'Thử một địa chỉ làm nguồn tin; không lưu gì',
      reads: true,
      body: previewBody,
      answer: trial,
      handle: ({ actor, body }) => casework.previewSource(actor, body),
    }),
    ...opmlEndpoints({ casework }),
  ];
}

function opmlEndpoints({ casework }: Pick<ApiParts, 'casework'>): readonly Endpoint[] {
  return [
    fileEndpoint({
      ...bare,
      ...about,
      operation: 'exportSources',
      method: 'get',
      path: '/exports/sources.opml',
      summary: 'Danh sách nguồn tin dạng OPML',
      media: ['text/x-opml'],
      handle: async ({ actor }) => {
        const { opml } = await casework.exportOpml(actor, {});
        return new Response(opml, { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
      },
    }),
    endpoint({
      ...bare,
      ...command,
      operation: 'importSources',
      method: 'post',
      path: '/sources/import',
      summary: 'Nhập danh sách nguồn tin OPML',
      bodyMedia: 'text/x-opml',
      body: z.string().min(1).max(5_000_000),
      answer: imported,
      handle: ({ actor, body }) => casework.importOpml(actor, { opml: body }),
    }),
  ];
}
