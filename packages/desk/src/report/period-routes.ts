import { viewPeriodReports } from '@lamro/database';
import { BRIEFING_FIGURES, BRIEFING_FORMATS, PERIOD_REPORT_FORMATS, type ReportTask } from '@lamro/domain';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, pathId, readForm, requiredText } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { unlessRefused } from '../page/refused.ts';
import { periodListPage, periodPage } from './period-page.ts';

const MOST = 100;
const MOST_LINES = 200;
const issueForm = z.object({
  version: z.coerce.number().int().positive(),
  number: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).default(null),
  signer: optionalText,
});
const compileForm = z.object({ duty: requiredText, year: optionalText, from: optionalText, to: optionalText });
const editForm = z.looseObject({
  version: z.coerce.number().int().positive(),
  lines: z.coerce.number().int().min(0).max(MOST_LINES),
  overview: z.string(),
  difficulties: z.string(),
  proposals: z.string(),
});

/** Reports of a year, half a year or on request: drawing up, editing, issuing, and their files. */
export function periodRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, casework } = options;
  const routes = new Hono<DeskEnv>();
  const list = async (c: Context<DeskEnv>, problem: string | null) => {
    const view = c.get('signed');
    allow(view.actor, 'report.read');
    const reports = await viewPeriodReports(pool, view.actor.profile, MOST);
    const duties = await casework.listReportDuties(view.actor, {});
    return c.html(periodListPage(view, reports, duties, problem), problem === null ? 200 : 422);
  };
  const show = async (c: Context<DeskEnv>, problem: string | null) => {
    const view = c.get('signed');
    const opened = await casework.openReport(view.actor, { reportId: pathId(c) });
    return c.html(periodPage(view, opened, problem), problem === null ? 200 : 422);
  };
  const answer = async (c: Context<DeskEnv>, command: () => Promise<{ reportId: string }>) => {
    let done: { reportId: string } | null = null;
    const problem = await unlessRefused(async () => {
      done = await command();
    });
    if (problem !== null) return c.req.param('id') === undefined ? list(c, problem) : show(c, problem);
    return c.redirect(`/reports/periods/${idOf(done) ?? pathId(c)}`, 303);
  };
  routes.get('/reports/periods', (c) => list(c, null));
  routes.post('/reports/periods', async (c) => {
    const { duty, year, from, to } = await readForm(c, compileForm);
    const days = from !== null && to !== null ? { from, to } : {};
    const wanted = { duty, ...(year === null ? {} : { year: Number(year) }), ...days };
    return answer(c, () => casework.compileReport(c.get('signed').actor, wanted));
  });
  routes.get('/reports/periods/:id', (c) => show(c, null));
  routes.post('/reports/periods/:id/edit', async (c) => {
    const form = await readForm(c, editForm);
    const { version: expectedVersion, overview, difficulties, proposals } = form;
    const edit = { reportId: pathId(c), expectedVersion, overview, difficulties, proposals, plan: linesOf(form) };
    return answer(c, () => casework.editReport(c.get('signed').actor, edit));
  });
  routes.post('/reports/periods/:id/issue', async (c) => {
    const { version: expectedVersion, number, signer } = await readForm(c, issueForm);
    const wanted = { reportId: pathId(c), expectedVersion, number, signer };
    return answer(c, () => casework.issueReport(c.get('signed').actor, wanted));
  });
  routes.get('/reports/periods/:id/:format', (c) => sendFile(c, options));
  return routes;
}

function idOf(done: { reportId: string } | null): string | undefined {
  return done?.reportId;
}

/** The lines of the plan that say anything; a line of a figure keeps its own name. */
function linesOf(form: z.output<typeof editForm>): ReportTask[] {
  const text = (name: string, index: number) => String(form[`${name}-${index}`] ?? '').trim();
  return Array.from({ length: form.lines }, (_, index): ReportTask => {
    const figure = BRIEFING_FIGURES.find((id) => id === text('figure', index)) ?? null;
    return { task: text('task', index), planned: text('planned', index), result: text('result', index), figure };
  }).filter(({ task, planned, result, figure }) => figure !== null || `${task}${planned}${result}` !== '');
}

/** The file as it was issued; of a draft, what it would look like now. */
async function sendFile(c: Context<DeskEnv>, { blobStore, casework }: DeskOptions) {
  const { actor, words } = c.get('signed');
  const format = PERIOD_REPORT_FORMATS.find((known) => known === c.req.param('format'));
  if (format === undefined) throw new NotFound();
  const { row, files } = await casework.openReport(actor, { reportId: pathId(c) });
  const headers = {
    'Content-Type': BRIEFING_FORMATS[format],
    'Content-Disposition': `attachment; filename="bao-cao-${row.label}${row.state === 'draft' ? '-du-thao' : ''}.${format}"`,
  };
  if (row.state === 'draft') {
    const { bytes } = await casework.previewReport(actor, { reportId: row.id, format });
    return c.body(Uint8Array.from(bytes), 200, headers);
  }
  const file = files.find((one) => one.format === format);
  if (file === undefined || blobStore === undefined || !(await blobStore.has(file.sha256)))
    return c.text(words.briefings.missing, 404);
  return c.body(Uint8Array.from(await blobStore.get(file.sha256)), 200, headers);
}
