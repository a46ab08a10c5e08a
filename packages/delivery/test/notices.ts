import type { Notice } from '../src/channel/channel.ts';

export function notice(changes: Partial<Notice> = {}): Notice {
  return {
    id: 'n-1',
    messageId: '<n-1@lamro.example.vn>',
    recipient: 'can.bo@example.vn',
    event: 'case.assigned',
    subject: 'Vụ việc mới được giao',
    text: 'Sở được giao làm rõ một thông tin.\nHạn: 20/11/2026.\n.\n',
    html: null,
    data: { caseId: 'c-1' },
    createdAt: new Date('2026-11-16T01:02:03Z'),
    ...changes,
  };
}
