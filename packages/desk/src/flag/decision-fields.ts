import type { SignalView } from '@lamro/database';
import { VERDICTS } from '@lamro/domain';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { areaField, checkbox, hidden, selectField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';
import { DECISIONS, type DecisionForm } from './decision.ts';
import type { FlagContent } from './page.ts';

/** The decision form; the boxes beside the evidence belong to it from where they stand. */
export const DECISION_FORM = 'decision';

/** Whether a signal's evidence is kept; on unless the reviewer takes it away. */
export function keepBox(view: SignedView, signal: SignalView, typed: DecisionForm | undefined): Html {
  return html`<input type="hidden" form="${DECISION_FORM}" name="shown[]" value="${signal.id}">${checkbox({
    form: DECISION_FORM,
    id: `keep-${signal.id}`,
    name: 'kept[]',
    value: signal.id,
    label: view.words.flags.keep,
    checked: typed === undefined || typed['kept[]'].includes(signal.id),
  })}`;
}

/** Decision, verdict, reason: with a template one choice and one press are enough. */
export function decisionFields(view: SignedView, { flag, typed }: FlagContent): Html {
  const { flags: words, terms, cases } = view.words;
  const templates = Object.values(words.templateList).map((text) => ({ value: text, label: text }));
  return html`<section class="panel decide" aria-labelledby="decide-title">
    <h2 id="decide-title">${words.decide}</h2>
    ${hidden('version', String(flag.version))}
    <fieldset class="choices"><legend>${words.decision}</legend>
      ${DECISIONS.map(
        (
          decision,
        ) => html`<div class="choice"><input type="radio" id="d-${decision}" name="decision" value="${decision}" required${typed?.decision === decision ? html` checked` : ''} aria-describedby="d-${decision}-hint">
        <label for="d-${decision}">${words.decisions[decision]}</label><p class="hint" id="d-${decision}-hint">${words.decisionHints[decision]}</p></div>`,
      )}
    </fieldset>
    ${selectField({
      id: 'verdict',
      name: 'verdict',
      label: words.verdict,
      none: cases.fields.choose,
      value: typed?.verdict ?? flag.verdictSuggestion ?? '',
      choices: VERDICTS.map((value) => ({ value, label: terms.verdicts[value] })),
    })}
    ${selectField({ id: 'template', name: 'template', label: words.templates, none: cases.fields.choose, value: typed?.template ?? '', choices: templates })}
    ${areaField({ id: 'reason', name: 'reason', label: words.reason, hint: words.reasonHint, rows: 3, value: typed?.reason ?? '' })}
    <button type="submit">${words.submit}</button>
  </section>`;
}
