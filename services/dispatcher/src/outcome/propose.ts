import type { OutletOutcome } from '@lamro/domain';
import { diffText, type TextDifference } from '@lamro/press';

export interface Look {
  /** The page is no longer there. */
  readonly gone: boolean;
  readonly before: { readonly title: string; readonly body: string };
  /** Null when the page says what it said before. */
  readonly after: { readonly title: string; readonly body: string } | null;
  /** What the case holds against the article. */
  readonly quote: string;
}

export interface Proposal {
  readonly outcome: OutletOutcome;
  readonly difference: TextDifference | null;
}

/** Words by which outlets mark a correction, in the watched languages. */
const CORRECTION =
  /đính chính|cải chính|nói lại cho rõ|correction|corrected|clarification|erratum|更正|勘误|勘誤|訂正|お詫び|정정|바로잡|rectificatif|correctif|erratum|исправлен|опровержени|уточнени/iu;
/** Words by which outlets introduce what an authority answered. */
const REPLY =
  /phản hồi|thông tin lại|trả lời|cho biết thêm|replied|responded|in response|statement|回应|回應|回复|反論|コメント|反論|답변|반론|réponse|réagi|ответ|прокомментировал/iu;

/**
 * What an outlet seems to have done, for a person to confirm: gone, unchanged, corrected in the open, our answer printed
 * beside the text, or the passage changed without a word.
 */
export function proposeOutcome(look: Look): Proposal {
  if (look.gone) return { outcome: 'removed', difference: null };
  if (look.after === null) return { outcome: 'unchanged', difference: null };
  const difference = diffText(whole(look.before), whole(look.after));
  if (!difference.changed) return { outcome: 'unchanged', difference };
  const added = addedText(difference);
  const stands = fold(whole(look.after)).includes(fold(look.quote));
  if (CORRECTION.test(added)) return { outcome: 'corrected', difference };
  if (stands) return { outcome: REPLY.test(added) ? 'reply-published' : 'unchanged', difference };
  return { outcome: 'silently-edited', difference };
}

function whole(page: { title: string; body: string }): string {
  return `${page.title}\n\n${page.body}`;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function addedText(difference: TextDifference): string {
  return difference.paragraphs
    .flatMap((change) => {
      if (change.kind === 'added') return [change.text];
      return change.kind === 'changed' ? change.words.filter((run) => run.kind === 'added').map((run) => run.text) : [];
    })
    .join('\n');
}
