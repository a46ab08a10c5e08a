import { viewCases } from '@lamro/database';
import { CASE_STATES } from '@lamro/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { ownAgencyOnly } from '../desk/reach.ts';
import { listOfIds, optionalId, pathId, readForm, readQuery, requiredText } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { unlessRefused } from '../page/refused.ts';
import { commandNamed } from './commands.ts';
import { readCase } from './content.ts';
import { CASE_PAGE, caseListPage } from './list-page.ts';
import { casePage } from './page.ts';

const listQuery = z.object({
  state: z
    .enum(['open', ...CASE_STATES])
    .nullable()
    .catch(null)
    .default(null),
  after: optionalId,
});
const typedForm = z.looseObject({ version: z.coerce.number().int().positive() });

/** Cases: the list, the page of one, and every command that is given there. */
export function caseRoutes({ pool, casework }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/cases', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'case.read');
    const query = readQuery(c, listQuery);
    const agency = ownAgencyOnly(view.actor, 'case.read');
    const { profile } = view.actor;
    const cases = await viewCases(pool, {
      profile,
      state: query.state,
      agency,
      afterId: query.after,
      limit: CASE_PAGE + 1,
    });
    return c.html(caseListPage(view, query, cases));
  });
  routes.post('/cases', async (c) => {
    const view = c.get('signed');
    const form = await readForm(c, z.object({ 'flag[]': listOfIds, title: requiredText }));
    const opened = await casework.openCase(view.actor, { flagIds: form['flag[]'], title: form.title });
    return c.redirect(`/cases/${opened.caseId}`, 303);
  });
  routes.get('/cases/:id', async (c) => {
    const view = c.get('signed');
    const content = await readCase(pool, view, pathId(c));
    await casework.noteOpening(view.actor, { caseId: content.row.id });
    const channel = c.req.query('channel');
    const attempt = channel === undefined ? null : { command: 'release', typed: { channel }, problem: null };
    return c.html(casePage(view, content, attempt, c.req.query('done') !== undefined));
  });
  routes.get('/cases/:id/files/:file', async (c) => {
    const { file, bytes } = await casework.openAttachment(c.get('signed').actor, { attachmentId: pathId(c, 'file') });
    return c.body(Uint8Array.from(bytes), 200, {
      // Whatever the file says it is, it is saved and never drawn on our origin.
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
  });
  routes.post('/cases/:id/:command', async (c) => {
    const view = c.get('signed');
    const caseId = pathId(c);
    const command = commandNamed(view, c.req.param('command'));
    if (command === undefined) throw new NotFound();
    const { version, ...rest } = await readForm(c, typedForm);
    const typed = textsOf(rest);
    const target = { caseId, expectedVersion: version };
    const problem = await unlessRefused(async () => command.run(casework, view.actor, target, typed, fileOf(rest)));
    if (problem === null) return c.redirect(`/cases/${caseId}?done`, 303);
    const content = await readCase(pool, view, caseId);
    return c.html(casePage(view, content, { command: command.id, typed, problem }, false), 409);
  });
  return routes;
}

/** The file of a form; an empty choice is sent as a file without a name. */
function fileOf(form: Readonly<Record<string, unknown>>): File | null {
  const file = Object.values(form).find((value) => value instanceof File);
  return file === undefined || file.name === '' ? null : file;
}

/** The texts of a form; line ends as they are stored. */
function textsOf(form: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, value]) => [name, value.normalize('NFC').replaceAll('\r\n', '\n')]));
}
