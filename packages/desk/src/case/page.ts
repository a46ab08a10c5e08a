import { termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { agencyName, type SignedView } from '../desk/view.ts';
import { hidden, postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { facts, type Html, section, time } from '../page/parts.ts';
import { caseBadge } from '../page/tone.ts';
import { type CaseCommand, offers, type Typed } from './command.ts';
import { listedCommands } from './commands.ts';
import type { CaseContent } from './content.ts';
import { letterSection } from './letters.ts';
import { eventSection, outcomeSection, releaseSection } from './outcome-sections.ts';
import { packageSection } from './packages.ts';
import { channelChoice } from './release-commands.ts';
import { clockSection, routeSection } from './route-section.ts';
import { stepHelp } from './step-help.ts';
import { articleSection, assignmentSection, dossierSection, responseSection } from './work-sections.ts';

/** What somebody tried and what they had typed, to be shown again where it was refused. */
export interface Attempt {
  readonly command: string;
  readonly typed: Typed;
  readonly problem: string | null;
}

/** The whole case: where it stands, what can be done now, and everything behind it. */
export function casePage(view: SignedView, content: CaseContent, attempt: Attempt | null, done: boolean): Html {
  const { row } = content;
  const { cases: words } = view.words;
  return layout(view, {
    title: `${row.number}: ${row.title}`,
    status: done ? words.done : null,
    problem: attempt?.problem ?? null,
    body: html`<div class="actions">${caseBadge(view, row.state)} <span>${words.waitsFor}: ${waitsFor(view, row.state)}</span></div>
    ${facts([
      [words.leadAgency, row.leadAgency === null ? words.noLead : agencyName(view.profile, row.leadAgency)],
      [words.opened, html`${row.openedBy} · ${time(view, row.openedAt)}`],
      [
        words.closed,
        row.closedAt === null
          ? null
          : html`${time(view, row.closedAt)} · ${termOf(view.words.terms.closeKinds, row.closeKind)}`,
      ],
    ])}
    ${actionSection(view, content, attempt)}
    <div class="columns">
      <div>${articleSection(view, content)}${responseSection(view, content)}${releaseSection(view, content)}${outcomeSection(view, content)}${dossierSection(view, content)}${letterSection(view, content)}${packageSection(view, content)}</div>
      <div>${routeSection(view, content)}${clockSection(view, content)}${assignmentSection(view, content)}${eventSection(view, content)}</div>
    </div>`,
  });
}

function waitsFor(view: SignedView, state: string): string {
  return termOf(view.words.cases.waitsForWhom, state);
}

function actionSection(view: SignedView, content: CaseContent, attempt: Attempt | null): Html {
  const { cases: words } = view.words;
  const open = listedCommands(view.profile).filter((command) => offers(view, content, command));
  if (open.length === 0) return html`<p class="note">${words.noActions}</p>`;
  const first = attempt?.command ?? open[0]?.id;
  return section(
    'actions',
    words.actions,
    html`<div class="commands">${open.map((command) => commandForm(view, content, command, attempt, command.id === first))}</div>`,
  );
}

/** One command as a part that opens; the first one (or the one that was refused) stands open. */
function commandForm(
  view: SignedView,
  content: CaseContent,
  command: CaseCommand,
  attempt: Attempt | null,
  open: boolean,
): Html {
  const typed = attempt?.command === command.id ? attempt.typed : {};
  const label = view.words.terms.commands[command.id];
  return html`<details id="${command.id}" class="command${command.grave ? ' grave' : ''}"${open ? html` open` : ''}>
    <summary>${label}</summary>
    ${stepHelp(view, command, content.row.origin)}
    ${command.id === 'release' ? channelChoice(view, content, typed) : ''}
    ${postForm(
      view,
      `/cases/${content.row.id}/${command.id}`,
      [
        hidden('version', String(content.row.version)),
        html`${command.fields(view, content, typed)}`,
        html`<button type="submit" class="${command.grave ? 'grave' : ''}">${label}</button>`,
      ],
      { multipart: command.file === true },
    )}
  </details>`;
}
