import { RENDERED_FORMATS, renderBriefing } from '@lamro/briefing';
import { viewBriefingFile, viewBriefingLetters, viewBriefingRecipients, viewBriefings } from '@lamro/database';
import { BRIEFING_FORMATS, briefingFormatOf } from '@lamro/domain';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, pathId, readForm, requiredText } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { unlessRefused } from '../page/refused.ts';
import { readEdit } from './edit.ts';
import { briefingListPage } from './list-page.ts';
import { briefingPage } from './page.ts';

const MOST = 100;
const compileForm = z.object({ week: optionalText, from: optionalText, to: optionalText });
const issueForm = z.object({
  version: z.coerce.number().int().positive(),
  number: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).default(null),
  signer: optionalText,
});

/** Briefings: drawing up, editing, issuing, and their files. */
export function briefingRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, casework } = options;
  const routes = new Hono<DeskEnv>();
  const list = async (c: Context<DeskEnv>, problem: string | null) => {
    const view = c.get('signed');
    allow(view.actor, 'briefing.read');
    const briefings = await viewBriefings(pool, view.actor.profile, MOST);
    const recipients = await viewBriefingRecipients(pool, view.actor.profile);
    return c.html(briefingListPage(view, briefings, recipients, problem), problem === null ? 200 : 422);
  };
  const show = async (c: Context<DeskEnv>, problem: string | null) => {
    const view = c.get('signed');
    const opened = await casework.openBriefing(view.actor, { briefingId: pathId(c) });
    const letters = await viewBriefingLetters(pool, opened.row.id);
    return c.html(briefingPage(view, opened, letters, problem), problem === null ? 200 : 422);
  };
  /** Runs a command; goes where it leads, or shows why it was refused. */
  const answer = async (c: Context<DeskEnv>, command: () => Promise<{ briefingId: string }>) => {
    let done: { briefingId: string } | null = null;
    const problem = await unlessRefused(async () => {
      done = await command();
    });
    if (problem === null) return c.redirect(`/briefings/${briefingOf(done, c)}`, 303);
    return c.req.param('id') === undefined ? list(c, problem) : show(c, problem);
  };
  routes.get('/briefings', (c) => list(c, null));
  routes.post('/briefings', async (c) => {
    const { week, from, to } = await readForm(c, compileForm);
    const period = from !== null && to !== null ? { from, to } : { week: week ?? '' };
    return answer(c, () => casework.compileBriefing(c.get('signed').actor, period));
  });
  const addressed = async (c: Context<DeskEnv>, command: () => Promise<unknown>) => {
    const problem = await unlessRefused(command);
    return problem === null ? c.redirect('/briefings', 303) : list(c, problem);
  };
  routes.post('/briefings/recipients', async (c) => {
    const entry = await readForm(c, z.object({ name: requiredText, address: requiredText }));
    return addressed(c, () => casework.addBriefingRecipient(c.get('signed').actor, entry));
  });
  routes.post('/briefings/recipients/:id/remove', (c) =>
    addressed(c, () => casework.removeBriefingRecipient(c.get('signed').actor, { recipientId: pathId(c) })),
  );
  routes.get('/briefings/:id', (c) => show(c, null));
  routes.post('/briefings/:id/edit', async (c) => {
    const { actor } = c.get('signed');
    const { content } = await casework.openBriefing(actor, { briefingId: pathId(c) });
    const edit = readEdit(await c.req.parseBody(), content);
    return answer(c, () => casework.editBriefing(actor, { briefingId: pathId(c), ...edit }));
  });
  routes.post('/briefings/:id/issue', async (c) => {
    const { version, number, signer } = await readForm(c, issueForm);
    const wanted = { briefingId: pathId(c), expectedVersion: version, number, signer };
    return answer(c, () => casework.issueBriefing(c.get('signed').actor, wanted));
  });
  routes.post('/briefings/:id/edition', async (c) => {
    const { correction } = await readForm(c, z.object({ correction: requiredText }));
    return answer(c, () => casework.newEdition(c.get('signed').actor, { briefingId: pathId(c), correction }));
  });
  routes.get('/briefings/:id/:format', (c) => sendFile(c, options));
  return routes;
}

function briefingOf(done: { briefingId: string } | null, c: Context<DeskEnv>): string {
  return done?.briefingId ?? pathId(c);
}

/** The file as it was issued; of a draft, what it would look like now. */
async function sendFile(c: Context<DeskEnv>, { pool, blobStore, casework }: DeskOptions) {
  const { actor, words } = c.get('signed');
  allow(actor, 'briefing.read');
  const format = briefingFormatOf(c.req.param('format') ?? '');
  if (format === null) throw new NotFound();
  const briefingId = pathId(c);
  const file = await viewBriefingFile(pool, { profile: actor.profile, briefingId, format });
  if (file !== null) {
    if (blobStore === undefined || !(await blobStore.has(file.sha256))) return c.text(words.briefings.missing, 404);
    const name = `ban-tin-${file.label}-${file.edition}.${format}`;
    return c.body(Uint8Array.from(await blobStore.get(file.sha256)), 200, headers(name, BRIEFING_FORMATS[format]));
  }
  const { row, document } = await casework.openBriefing(actor, { briefingId });
  if (row.state === 'issued' || !RENDERED_FORMATS.includes(format)) throw new NotFound();
  const name = `du-thao-ban-tin-${row.label}-${row.edition}.${format}`;
  return c.body(Uint8Array.from(await renderBriefing(document, format)), 200, headers(name, BRIEFING_FORMATS[format]));
}

function headers(name: string, type: string): Record<string, string> {
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` };
}
