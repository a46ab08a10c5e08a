import { searchItems } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { listOf, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { item, itemFilter, streamQuery } from '../articles/schema.ts';

const DEEPEST = 2_000;

/** Search over everything that was read. */
export function searchEndpoints({ pool }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag: 'search',
      right: 'press.read',
      operation: 'searchArticles',
      method: 'get',
      path: '/search',
      summary: 'Tìm trong tin, bài: từ, "cụm từ", -loại trừ; có dấu hoặc không dấu; lọc như dòng tin',
      query: streamQuery.omit({ cursor: true }).extend({
        q: z.string().trim().min(1).max(500).normalize('NFC'),
        cursor: z
          .string()
          .regex(/^\d{1,4}$/)
          .default('0'),
      }),
      answer: listOf(item.extend({ exact: z.boolean(), excerpt: text })),
      handle: async ({ actor, query }) => {
        const offset = Math.min(Number(query.cursor), DEEPEST);
        const { q: text, cursor: _cursor, ...conditions } = query;
        const rows = await searchItems(pool, { ...itemFilter(conditions, actor), text, offset });
        const next = rows.length > query.limit && offset + query.limit <= DEEPEST ? `${offset + query.limit}` : null;
        return { items: rows.slice(0, query.limit).map(withPlainMarks), next };
      },
    }),
  ];
}

/** Hits stand between « and » here: the private marks of the ledger mean nothing outside. */
function withPlainMarks<Row extends { readonly excerpt: string }>(row: Row): Row {
  return { ...row, excerpt: row.excerpt.replaceAll('\ue000', '«').replaceAll('\ue001', '»') };
}
