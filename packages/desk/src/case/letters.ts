import {
  type CaseFacts,
  LETTER_KINDS,
  letterKindOf,
  letterTemplate,
  renderLetter,
  TemplateError,
} from '@lamro/briefing';
import { BRIEFING_FORMATS, formatClause } from '@lamro/domain';
import { letterWords } from '@lamro/wording';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { DeskOptions } from '../desk/options.ts';
import { pathId } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import { agencyName, type DeskEnv, type SignedView } from '../desk/view.ts';
import { type Html, section } from '../page/parts.ts';
import { type CaseContent, readCase } from './content.ts';

/** Documents of a case, and the Word files that an office starts its own templates from. */
export function letterRoutes(options: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/cases/:id/documents/:kind', async (c) => {
    const view = c.get('signed');
    const kind = kindOf(c);
    const content = await readCase(options.pool, view, pathId(c));
    await options.casework.noteOpening(view.actor, { caseId: content.row.id });
    const own = (await options.letterTemplate?.(kind)) ?? null;
    try {
      const bytes = await renderLetter(kind, view.profile.office, factsOf(view, content), view.now, own);
      return c.body(Uint8Array.from(bytes), 200, fileHeaders(`${kind}-${content.row.number}.docx`));
    } catch (error) {
      if (error instanceof TemplateError) return c.text(error.message, 422);
      throw error;
    }
  });
  routes.get('/cases/:id/documents/:kind/template', async (c) => {
    const kind = kindOf(c);
    const bytes = await letterTemplate(kind, c.get('signed').profile.office);
    return c.body(Uint8Array.from(bytes), 200, fileHeaders(`mau-${kind}.docx`));
  });
  return routes;
}

function kindOf(c: Context<DeskEnv>) {
  const kind = letterKindOf(c.req.param('kind') ?? '');
  if (kind === null) throw new NotFound();
  return kind;
}

function fileHeaders(name: string): Record<string, string> {
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  return { 'Content-Type': BRIEFING_FORMATS.docx, 'Content-Disposition': `attachment; filename="${plain}"` };
}

/** Links to the documents of a case. */
export function letterSection(view: SignedView, { row }: CaseContent): Html {
  const { cases: words } = view.words;
  return section(
    'documents',
    words.documents,
    html`<ul class="downloads">${LETTER_KINDS.map(
      (kind) =>
        html`<li><a href="/cases/${row.id}/documents/${kind}" download>${letterWords.names[kind]} (DOCX)</a>
          <small><a href="/cases/${row.id}/documents/${kind}/template" download>${words.template}</a></small></li>`,
    )}</ul>`,
    words.documentsHint,
  );
}

/** What a person may know of a case, as its documents put it. */
function factsOf(view: SignedView, content: CaseContent): CaseFacts {
  const { row, route } = content;
  const { instrument, number } = view.profile.regulation;
  const standing = content.releases
    .filter((release) => release.withdrawnAt === null)
    .map((release) => release.responseId);
  // A letter that asks an outlet to correct itself is written before anything is out: what a leader approved stands in it.
  const answer =
    content.responses.find((response) => standing.includes(response.id)) ??
    content.responses.find((response) => response.state === 'approved');
  const name = (agency: string | null) => (agency === null ? null : agencyName(view.profile, agency));
  return {
    number: row.number,
    title: row.title,
    state: row.state,
    leadAgency: name(row.leadAgency),
    dossierAgency: name(row.dossierAgency),
    articles: content.articles,
    clauses: [
      ...new Set(
        route.citations
          .filter((citation) => citation.for === 'lead' || citation.for === 'dossier')
          .map((citation) => `${formatClause(citation, instrument)} (${number})`),
      ),
    ],
    deadlines: content.deadlines
      .filter((deadline) => deadline.metAt === null && deadline.cancelledAt === null)
      .map((deadline) => ({
        name: view.profile.deadlines.find((rule) => rule.rule === deadline.rule)?.label ?? deadline.rule,
        dueAt: deadline.dueAt,
      })),
    answer: answer === undefined ? null : { title: answer.title, body: answer.body },
    outcomes: content.checks.flatMap((check) =>
      check.outcome === null || check.confirmedAt === null
        ? []
        : [{ outlet: check.outlet, outcome: check.outcome, at: check.confirmedAt }],
    ),
  };
}
