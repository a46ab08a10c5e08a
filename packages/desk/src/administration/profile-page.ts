import type { SpokespersonView } from '@lamro/database';
import { type ClauseRef, formatClause } from '@lamro/domain';
import type { Agency } from '@lamro/profiles';
import { formatDate, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { agencyField } from '../case/form.ts';
import { allowed } from '../desk/allow.ts';
import { agencyName, type SignedView } from '../desk/view.ts';
import { askFirst, postForm, selectField, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, facts, type Html, section, table } from '../page/parts.ts';
import { clausesSection } from './clauses-section.ts';
import { tabs } from './tabs.ts';

/** The province's profile as the software follows it, with the clause behind each entry. */
export function profilePage(view: SignedView, speakers: readonly SpokespersonView[]): Html {
  const { profile } = view;
  const { administration: words, cases, terms, chrome } = view.words;
  const named = [...profile.agencies.values()].filter((agency) => agency.unitCodes.length === 0);
  return layout(view, {
    title: words.profile,
    body: html`${tabs(view)}
    ${section(
      'regulation',
      words.regulation,
      facts([
        [words.regulation, profile.regulation.title],
        [words.number, profile.regulation.number],
        [words.inForce, formatDate(profile.regulation.inForceFrom)],
        [
          words.successor,
          profile.succession === null ? null : `${profile.succession.name} (${formatDate(profile.succession.from)})`,
        ],
      ]),
    )}
    ${section(
      'agencies',
      words.agencies,
      table(
        words.agencies,
        [words.agency, words.duties, words.successor],
        named.map((agency) => agencyCells(view, agency)),
      ),
    )}
    ${section(
      'channels',
      cases.channels,
      table(
        cases.channels,
        [cases.channels, cases.state, cases.condition, cases.who, words.clauses],
        profile.channels.map((channel) => [
          html`${terms.channels[channel.id]} ${badge(terms.bases[channel.basis])}`,
          channel.open ? badge(cases.channelOpen, 'ok') : badge(cases.channelClosed),
          channel.condition || chrome.none,
          channel.who,
          clauses(view, channel.clauses),
        ]),
      ),
    )}
    ${section(
      'deadlines',
      words.deadlines,
      table(
        words.deadlines,
        [words.deadlines, words.duties, words.clauses],
        profile.deadlines.map((rule) => [
          html`${rule.label} ${badge(terms.bases[rule.basis])}`,
          rule.summary,
          rule.clause === null ? '' : formatClause(rule.clause, profile.regulation.instrument),
        ]),
      ),
    )}
    ${section('spokespersons', words.spokespersons, speakerSection(view, speakers))}
    ${clausesSection(view)}`,
  });
}

function agencyCells(view: SignedView, agency: Agency): (Html | string)[] {
  return [
    html`${agency.name}${agency.to === null ? '' : html`<small>→ ${formatDate(agency.to)}</small>`}`,
    html`${agency.duties.map((duty) => html`<p>${duty.summary} <small>${clauses(view, duty.clauses)}</small></p>`)}`,
    agencyName(view.profile, agency.successor),
  ];
}

function clauses(view: SignedView, refs: readonly ClauseRef[]): string {
  return refs.map((ref) => formatClause(ref, view.profile.regulation.instrument)).join('; ');
}

function speakerSection(view: SignedView, speakers: readonly SpokespersonView[]): Html {
  const change = allowed(view.actor, 'spokesperson.register');
  return html`${speakerTable(view, speakers, change)}${change ? registerForm(view) : ''}`;
}

function speakerTable(view: SignedView, speakers: readonly SpokespersonView[], change: boolean): Html {
  const { administration: words, chrome } = view.words;
  if (speakers.length === 0) return empty(words.noSpokespersons);
  return table(
    words.spokespersons,
    [words.name, words.post, words.agency, words.ground, words.validity, ...(change ? [''] : [])],
    speakers.map((speaker) => [
      speaker.name,
      speaker.post,
      agencyName(view.profile, speaker.agency),
      `${termOf(words.grounds, speaker.ground)} ${speaker.documentNumber ?? ''}`,
      html`${formatDate(speaker.validFrom)} – ${speaker.validTo === null ? '…' : formatDate(speaker.validTo)} ${speaker.endedAt === null ? '' : badge(words.ended)}`,
      ...(change
        ? [
            speaker.endedAt === null
              ? askFirst(
                  `${words.endSpeaker}…`,
                  view.words.ask.endSpeaker(speaker.name),
                  postForm(
                    view,
                    `/administration/spokespersons/${speaker.id}/end`,
                    html`<button class="grave" type="submit">${words.endSpeaker}</button>`,
                    'inline',
                  ),
                  `${words.endSpeaker}: ${speaker.name}`,
                )
              : chrome.none,
          ]
        : []),
    ]),
  );
}

function registerForm(view: SignedView): Html {
  const { administration: words } = view.words;
  const grounds = Object.entries(words.grounds).map(([value, label]) => ({ value, label }));
  return html`<details class="command"><summary>${words.registerSpeaker}</summary>${postForm(
    view,
    '/administration/spokespersons',
    [
      agencyField(view, { id: 'speaker-agency', name: 'agency', label: words.agency, value: '', required: true }),
      textField({ id: 'speaker-name', name: 'name', label: words.name, required: true }),
      textField({ id: 'speaker-post', name: 'post', label: words.post, required: true }),
      selectField({ id: 'speaker-ground', name: 'ground', label: words.ground, required: true, choices: grounds }),
      textField({ id: 'speaker-document', name: 'documentNumber', label: words.document }),
      textField({ id: 'speaker-from', name: 'validFrom', type: 'date', label: words.validFrom, required: true }),
      textField({ id: 'speaker-to', name: 'validTo', type: 'date', label: words.validTo }),
      html`<button type="submit">${words.registerSpeaker}</button>`,
    ],
  )}</details>`;
}
