import { type BriefingView, viewBriefingFile, viewBriefings } from '@lamro/database';
import { formatBytes, formatDay, termOf } from '@lamro/wording';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, pathId } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, table, time } from '../page/parts.ts';

const MOST = 100;
const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Briefings and their files. */
export function briefingRoutes({ pool, blobStore }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/briefings', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'briefing.read');
    return c.html(briefingPage(view, await viewBriefings(pool, view.actor.profile, MOST)));
  });
  routes.get('/briefings/:id/:format', async (c) => {
    const { actor, words } = c.get('signed');
    allow(actor, 'briefing.read');
    const format = c.req.param('format');
    const type = TYPES[format];
    if (type === undefined) throw new NotFound();
    const file = found(await viewBriefingFile(pool, { profile: actor.profile, briefingId: pathId(c), format }));
    if (blobStore === undefined || !(await blobStore.has(file.sha256))) return c.text(words.briefings.missing, 404);
    return c.body(Uint8Array.from(await blobStore.get(file.sha256)), 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="ban-tin-${file.label}-${file.edition}.${format}"`,
    });
  });
  return routes;
}

function briefingPage(view: SignedView, briefings: readonly BriefingView[]): Html {
  const { briefings: words, cases } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body:
      briefings.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.label, words.period, cases.state, words.issued, words.files],
            briefings.map((briefing) => [
              html`${briefing.label}${briefing.edition > 1 ? ` (${words.edition(String(briefing.edition))})` : ''}`,
              html`${formatDay(briefing.periodFrom, view.locale)} – ${formatDay(briefing.periodTo, view.locale)}`,
              badge(termOf(words.states, briefing.state), briefing.state === 'issued' ? 'ok' : 'info'),
              briefing.issuedAt === null
                ? ''
                : html`${time(view, briefing.issuedAt)}<small>${briefing.issuedBy}</small>`,
              fileLinks(view, briefing),
            ]),
          ),
  });
}

function fileLinks(view: SignedView, briefing: BriefingView): Html {
  if (briefing.files.length === 0) return html`<span class="muted">${view.words.briefings.noFiles}</span>`;
  return html`${briefing.files.map(
    (file) =>
      html`<a href="/briefings/${briefing.id}/${file.format}" download>${file.format.toUpperCase()} (${formatBytes(file.bytes, view.locale)})</a> `,
  )}`;
}
