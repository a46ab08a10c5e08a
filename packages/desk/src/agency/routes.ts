import { type AgencyWorkRow, viewAgencyWork } from '@lamro/database';
import { termOf } from '@lamro/wording';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { agencyName, type DeskEnv, type SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, section, table, time } from '../page/parts.ts';
import { caseBadge, isPast } from '../page/tone.ts';

const MOST = 100;

/** What this person's agency was given to do; the provincial office sees every agency's work. */
export function agencyRoutes({ pool }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/agency', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'case.read');
    const { profile, agency } = view.actor;
    const [open, finished] = await Promise.all([
      viewAgencyWork(pool, { profile, agency, open: true, limit: MOST }),
      viewAgencyWork(pool, { profile, agency, open: false, limit: MOST }),
    ]);
    return c.html(agencyPage(view, open, finished));
  });
  return routes;
}

function agencyPage(view: SignedView, open: readonly AgencyWorkRow[], finished: readonly AgencyWorkRow[]): Html {
  const { agency: words } = view.words;
  const name = agencyName(view.profile, view.actor.agency);
  return layout(view, {
    title: name === '' ? words.title : name,
    lead: words.lead,
    body: [
      section('open', words.open, open.length === 0 ? empty(words.emptyOpen) : workTable(view, words.open, open)),
      section(
        'done',
        words.finished,
        finished.length === 0 ? empty(words.empty) : workTable(view, words.finished, finished),
      ),
    ],
  });
}

function workTable(view: SignedView, caption: string, rows: readonly AgencyWorkRow[]): Html {
  const { cases, agency: words, terms } = view.words;
  return table(
    caption,
    [cases.due, cases.number, cases.task, cases.assignee, words.instruction, cases.state],
    rows.map((row) => [
      row.dueAt === null
        ? html`<span class="muted">${cases.noDue}</span>`
        : html`${time(view, row.dueAt)} ${isPast(view, row.dueAt) ? badge(cases.overdue, 'danger') : ''}`,
      html`<a href="/cases/${row.caseId}">${row.number}: ${row.title}</a>`,
      termOf(terms.tasks, row.task),
      agencyName(view.profile, row.agency),
      row.instruction ?? '',
      html`${badge(termOf(terms.assignmentStates, row.state))} ${caseBadge(view, row.caseState)}`,
    ]),
  );
}
