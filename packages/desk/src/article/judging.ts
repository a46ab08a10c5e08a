import type { JudgementView, RevisionView } from '@lamro/database';
import { formatShare, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { askFirst, postForm } from '../page/field.ts';
import { type Html, section, shortTime, time } from '../page/parts.ts';

/** By which rules the shown version was judged, as facts of the classifier's section. */
export function ruleSetFacts(view: SignedView, judgement: JudgementView): readonly [string, Html | string | null][] {
  const { judging: words } = view.words;
  return [
    [words.ruleSet, judgement.ruleSet ?? words.ruleSetUnknown],
    [words.judgedAnew, judgement.judgedAnewAt === null ? null : time(view, judgement.judgedAnewAt)],
  ];
}

/** Asks for the article to be judged anew; people who may not do not see it. */
export function judgeAnewForm(view: SignedView, articleId: string): Html {
  const { judging: words } = view.words;
  if (!allowed(view.actor, 'press.replay')) return html``;
  const form = postForm(view, `/articles/${articleId}/judge`, html`<button type="submit">${words.again}</button>`);
  return askFirst(words.again, words.againHint, form);
}

/** Each time the shown version was to be judged anew, and what came of it. */
export function revisionSection(view: SignedView, revisions: readonly RevisionView[]): Html {
  const { judging: words } = view.words;
  if (revisions.length === 0) return html``;
  return section(
    'revisions',
    words.revisions,
    html`<ul class="plain-list">${revisions.map(
      (revision) =>
        html`<li>${shortTime(view, revision.doneAt ?? revision.askedAt)}: ${revision.outcome === null ? words.waiting : termOf(words.outcomes, revision.outcome)} <small>${revision.rulesAfter ?? ''}</small>${foundNote(view, revision)}</li>`,
    )}</ul>`,
  );
}

function foundNote(view: SignedView, { outcome, foundRaised, foundScore }: RevisionView): Html {
  const { judging: words } = view.words;
  if (outcome !== 'noted') return html``;
  return html` ${foundRaised === true ? words.foundRaised(formatShare(foundScore ?? 0)) : words.foundNothing}`;
}
