import { proposalText } from '@lamro/briefing';
import type { OpenedBriefing } from '@lamro/casework';
import type { BriefingCase, BriefingEntry } from '@lamro/domain';
import { briefingWords, countryName, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { areaField, checkbox, hidden, postForm, textField } from '../page/field.ts';
import { type Html, section } from '../page/parts.ts';
import { fieldOf } from './edit.ts';

/** Everything that an analyst may change of a draft, in one form. */
export function editForm(view: SignedView, { row, content }: OpenedBriefing): Html {
  const { briefings: words, terms } = view.words;
  const { parts } = briefingWords;
  const free = content.proposals.filter((proposal) => proposal.kind === 'free').map((proposal) => proposal.subject);
  return section(
    'edit',
    words.edit,
    postForm(
      view,
      `/briefings/${row.id}/edit`,
      html`${hidden('version', String(row.version))}
        ${row.edition === 1 ? '' : areaField({ id: 'correction', name: 'correction', label: words.correction, value: content.correction ?? '' })}
        ${areaField({ id: 'overview', name: 'overview', label: words.overview, value: content.overview })}
        ${content.domestic.map((group) => entryGroup(view, `${parts.domestic}: ${termOf(terms.sectors, group.sector)}`, group.entries))}
        ${content.foreign.map((group) => entryGroup(view, `${parts.foreign}: ${countryName(group.country, view.locale)}, ${languageName(group.language, view.locale)}`, group.entries))}
        ${entryGroup(view, parts.criticism, content.criticism)}
        ${content.cases.length === 0 ? '' : html`<fieldset><legend>${parts.cases}</legend>${content.cases.map((one) => caseFields(view, one))}</fieldset>`}
        <fieldset><legend>${words.ledgerProposals}</legend>
          ${content.proposals.map((proposal, index) => (proposal.kind === 'free' ? '' : checkbox({ id: `proposal-${index}`, name: `proposal-${index}`, value: 'yes', label: proposalText(proposal), checked: true })))}
          ${areaField({ id: 'proposals', name: 'proposals', label: words.proposals, value: free.join('\n') })}
        </fieldset>
        <div class="buttons"><button type="submit">${words.save}</button></div>`,
    ),
    words.editHint,
  );
}

function entryGroup(view: SignedView, title: string, entries: readonly BriefingEntry[]): Html {
  if (entries.length === 0) return html``;
  return html`<details><summary>${title} (${String(entries.length)})</summary>
    ${entries.map((entry, index) => entryFields(view, entry, index))}</details>`;
}

function entryFields(view: SignedView, entry: BriefingEntry, index: number): Html {
  const { briefings: words } = view.words;
  const id = (what: 'included' | 'position' | 'summary' | 'comment') => fieldOf(what, entry.articleId);
  return html`<fieldset><legend><a href="/articles/${entry.articleId}">${entry.title}</a> <small>${entry.outlet}</small></legend>
    ${checkbox({ id: id('included'), name: id('included'), value: 'yes', label: words.included, checked: entry.included })}
    ${textField({ id: id('position'), name: id('position'), label: words.position, value: String(index + 1) })}
    ${areaField({ id: id('summary'), name: id('summary'), label: words.summary, value: entry.summary.text, rows: 4 })}
    ${areaField({ id: id('comment'), name: id('comment'), label: words.comment, value: entry.comment, rows: 2 })}
  </fieldset>`;
}

function caseFields(view: SignedView, row: BriefingCase): Html {
  const { briefings: words } = view.words;
  const included = fieldOf('case-included', row.caseId);
  const comment = fieldOf('case-comment', row.caseId);
  return html`${checkbox({ id: included, name: included, value: 'yes', label: `${row.number}: ${row.title}`, checked: row.included })}
    ${areaField({ id: comment, name: comment, label: words.comment, value: row.comment, rows: 2 })}`;
}
