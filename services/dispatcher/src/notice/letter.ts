import type { DeliveredNotice } from '@lamro/database';
import { letterFrame, termOf, wordsIn } from '@lamro/wording';

/** What a letter or a webhook says. */
export interface Letter {
  readonly event: string;
  readonly subject: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const { terms } = wordsIn('en');

/** One notice as it stands, or several of one person as a digest. */
export function letterOf(notices: readonly DeliveredNotice[], deskUrl: string): Letter {
  const [first] = notices;
  const single = first !== undefined && notices.length === 1;
  return {
    event: single ? first.kind : 'digest',
    subject: single ? first.title : letterFrame.digest(notices.length),
    text: `${notices.map((notice) => paragraph(notice, deskUrl)).join('\n\n----------\n\n')}\n\n-- \n${letterFrame.foot}\n`,
    data: { notices: notices.map(({ id, kind, title, link }) => ({ id, kind, title, link: address(link, deskUrl) })) },
  };
}

/** The kind in English stands under the text, for readers of the second language. */
function paragraph({ kind, title, body, link }: DeliveredNotice, deskUrl: string): string {
  return [title, body, address(link, deskUrl), `(${termOf(terms.noticeKinds, kind)})`]
    .filter((line) => line !== null && line !== '')
    .join('\n\n');
}

function address(link: string | null, deskUrl: string): string | null {
  return link === null ? null : new URL(link, deskUrl).href;
}
