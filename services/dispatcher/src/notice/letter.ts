import type { DeliveredNotice } from '@lamro/database';

/** What a letter or a webhook says. */
export interface Letter {
  readonly event: string;
  readonly subject: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const FOOT =
  'Thư tự động của hệ thống Làm Rõ; đừng trả lời thư này. Cách nhận thông báo đặt ở trang cá nhân.\n' +
  'Automatic message; please do not reply.';

/** One notice as it stands, or several of one person as a digest. */
export function letterOf(notices: readonly DeliveredNotice[], deskUrl: string): Letter {
  const [first] = notices;
  const single = first !== undefined && notices.length === 1;
  return {
    event: single ? first.kind : 'digest',
    subject: single ? first.title : `Làm Rõ: ${notices.length} thông báo`,
    text: `${notices.map((notice) => paragraph(notice, deskUrl)).join('\n\n----------\n\n')}\n\n-- \n${FOOT}\n`,
    data: { notices: notices.map(({ id, kind, title, link }) => ({ id, kind, title, link: address(link, deskUrl) })) },
  };
}

function paragraph({ title, body, link }: DeliveredNotice, deskUrl: string): string {
  return [title, body, address(link, deskUrl)].filter((line) => line !== null && line !== '').join('\n\n');
}

function address(link: string | null, deskUrl: string): string | null {
  return link === null ? null : new URL(link, deskUrl).href;
}
