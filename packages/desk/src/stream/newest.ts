import { type ItemRow, viewItems } from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { readQuery } from '../desk/read.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import type { Html } from '../page/parts.ts';
import { cursorOf, itemFilter, type StreamQuery, streamPath, streamQuery } from './filter.ts';
import { itemCard } from './item.ts';

const COUNTED = 99;

/**
 * Where newer items than the first one shown are announced. It asks when the desk's script hears of a change (or, where nothing
 * can be heard, from time to time); the list itself stays where it is until somebody wants the new ones on top of it.
 */
export function newestMark(query: StreamQuery, first: ItemRow | undefined): Html {
  const than = first === undefined ? '' : cursorOf(first);
  return html`<div class="newest" id="newest" role="status" data-live="${query.scope}" data-hx-get="${newestPath('/stream/newer', query, than)}" data-hx-trigger="newer" data-hx-swap="innerHTML"></div>`;
}

/** What is newer than a row under the conditions of a list: how many, and the rows themselves. */
export function newestRoutes({ pool }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  const newer = async (c: Context<DeskEnv>, view: SignedView) => {
    allow(view.actor, 'press.read');
    const query = { ...readQuery(c, streamQuery), after: null };
    const who = { profile: view.actor.profile, reader: view.actor.id };
    const rows = await viewItems(pool, { ...itemFilter(query, who), limit: COUNTED });
    return { query, rows: rows.slice(0, countNewer(rows, c.req.query('than') ?? '')) };
  };
  routes.get('/stream/newer', async (c) => {
    const view = c.get('signed');
    const { query, rows } = await newer(c, view);
    if (rows.length === 0) return c.html(html``);
    const shown = rows.length === COUNTED ? `${COUNTED}+` : formatNumber(rows.length, view.locale);
    const than = c.req.query('than') ?? '';
    return c.html(
      html`<a class="button" href="${streamPath(query)}" data-hx-get="${newestPath('/stream/newest', query, than)}" data-hx-target="#items" data-hx-swap="afterbegin">${view.words.live.show(shown)}</a>`,
    );
  });
  routes.get('/stream/newest', async (c) => {
    const view = c.get('signed');
    const { query, rows } = await newer(c, view);
    const mark = html`<div class="newest" id="newest" role="status" data-hx-swap-oob="true" data-live="${query.scope}" data-hx-get="${newestPath('/stream/newer', query, rows[0] === undefined ? (c.req.query('than') ?? '') : cursorOf(rows[0]))}" data-hx-trigger="newer" data-hx-swap="innerHTML"></div>`;
    return c.html(html`${rows.map((item) => itemCard(view, item, { pick: true }))}${mark}`);
  });
  return routes;
}

function newestPath(path: string, query: StreamQuery, than: string): string {
  return pathWith(path, { ...Object.fromEntries(new URLSearchParams(streamPath(query).split('?')[1] ?? '')), than });
}

/** How many rows at the head of a list come before the row of a cursor. */
export function countNewer(rows: readonly Pick<ItemRow, 'seenMicros' | 'id'>[], than: string): number {
  const [micros = '', id = ''] = /^(\d{1,17})_(\d{1,18})$/.exec(than)?.slice(1) ?? [];
  if (micros === '') return rows.length;
  const index = rows.findIndex(
    (row) =>
      BigInt(row.seenMicros) < BigInt(micros) ||
      (BigInt(row.seenMicros) === BigInt(micros) && BigInt(row.id) <= BigInt(id)),
  );
  return index === -1 ? rows.length : index;
}
