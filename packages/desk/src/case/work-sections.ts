import { formatBytes, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { agencyName, type SignedView } from '../desk/view.ts';
import { badge, empty, facts, type Html, outsideLink, section, shortTime, table, time } from '../page/parts.ts';
import type { CaseContent } from './content.ts';

const DRAFT_TONES = {
  draft: 'info',
  submitted: 'warn',
  'sent-back': 'warn',
  approved: 'ok',
  withdrawn: 'neutral',
} as const;

/** Articles that the case is about. */
export function articleSection(view: SignedView, { articles }: CaseContent): Html {
  const { cases: words } = view.words;
  return section(
    'articles',
    words.articles,
    html`<ul class="plain-list">${articles.map(
      (
        article,
      ) => html`<li>${badge(article.part === 'origin' ? words.partOrigin : words.partRepublication)} <a href="/articles/${article.articleId}">${article.title}</a>
        <small>${article.outlet} · ${shortTime(view, article.at)} · ${outsideLink(article.url, view.words.article.original)}</small>
        ${article.quote === '' ? '' : html`<blockquote>${article.quote}</blockquote>`}</li>`,
    )}</ul>`,
  );
}

/** What is proven, by section; sections without anything are shown as missing. */
export function dossierSection(view: SignedView, { row, dossier, files }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  return section(
    'dossier',
    words.dossier,
    html`<ul class="checklist">${Object.entries(terms.dossierSections).map(([id, name]) => {
      const items = dossier.filter((item) => item.section === id);
      return html`<li class="${items.length > 0 ? 'has' : 'lacks'}"><strong>${name}</strong>
        ${items.length === 0 ? html`<span class="muted">${words.dossierEmpty}</span>` : items.map((item) => html`<p>${item.body} ${item.prefilled ? badge(words.dossierPrefilled) : ''} ${item.document === null ? '' : html`<cite>${item.document}</cite>`} ${item.sourceUrl === null ? '' : outsideLink(item.sourceUrl, item.sourceUrl)} ${item.fileName ?? ''}</p>`)}</li>`;
    })}</ul>
    ${
      files.length === 0
        ? ''
        : html`<h3>${words.attachments}</h3>${table(
            words.attachments,
            [words.fields.file, words.who, ''],
            files.map((file) => [
              html`<a href="/cases/${row.id}/files/${file.id}" download>${file.fileName}</a>`,
              html`${file.uploadedBy} · ${shortTime(view, file.uploadedAt)}`,
              formatBytes(file.bytes, view.locale),
            ]),
          )}`
    }`,
  );
}

/** Who was given what. */
export function assignmentSection(view: SignedView, { assignments }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  if (assignments.length === 0) return section('assignments', words.assignments, empty(words.noAssignments));
  return section(
    'assignments',
    words.assignments,
    html`<ul class="plain-list">${assignments.map(
      (
        task,
      ) => html`<li><strong>${agencyName(view.profile, task.agency)}</strong>: ${termOf(terms.tasks, task.task)} ${badge(termOf(terms.assignmentStates, task.state))} ${badge(termOf(terms.bases, task.basis))}
      ${task.returnedTo === null ? '' : html` → ${agencyName(view.profile, task.returnedTo)}`}
      ${facts([
        [words.fields.instruction, task.instruction],
        [words.fields.reason, task.reason],
        [words.due, task.dueAt === null ? null : time(view, task.dueAt)],
      ])}</li>`,
    )}</ul>`,
  );
}

/** Drafts with their comments; the newest of each language open. */
export function responseSection(view: SignedView, { responses, hiddenResponses }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  const newest = new Set(
    responses.filter((entry, index) => responses.findIndex((first) => first.language === entry.language) === index),
  );
  return section(
    'responses',
    words.responses,
    html`${hiddenResponses ? html`<p class="note">${words.hiddenResponses}</p>` : ''}
    ${responses.length === 0 ? empty(words.noResponses) : ''}
    ${responses.map(
      (entry) => html`<details class="draft"${newest.has(entry) ? html` open` : ''}>
      <summary>${words.draftNumber(String(entry.number))} · ${languageName(entry.language, view.locale)} · ${entry.title} ${badge(termOf(terms.responseStates, entry.state), tone(entry.state))}</summary>
      <p class="meta">${entry.author} · ${agencyName(view.profile, entry.authorAgency)} · ${time(view, entry.createdAt)}</p>
      <div class="prose kept-lines" lang="${entry.language}">${entry.body}</div>
      ${entry.approvedAt === null ? '' : html`<p class="message ok">${words.approvedBy(entry.approvedBy ?? '', '')}${time(view, entry.approvedAt)}</p>`}
      ${entry.comments.length === 0 ? '' : html`<h3>${words.comments}</h3><ul class="plain-list">${entry.comments.map((comment) => html`<li>${comment.body} <small>${comment.author} · ${shortTime(view, new Date(comment.at))}</small></li>`)}</ul>`}
    </details>`,
    )}`,
  );
}

function tone(state: string) {
  return Object.entries(DRAFT_TONES).find(([id]) => id === state)?.[1] ?? 'neutral';
}
