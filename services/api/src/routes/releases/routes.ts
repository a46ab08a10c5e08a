import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { caseParam, id, reason, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { caseCommand } from '../cases/command.ts';
import { release } from '../cases/schema.ts';

const tag = 'releases';
const proofWords = words(10_000);
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

/** The proof that each channel asks for. */
const proof = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('press-release'), number: proofWords, date: day, attachmentId: id }),
  z.strictObject({
    channel: z.literal('spokesperson'),
    spokespersonId: id,
    at: instant,
    place: proofWords,
    summary: proofWords,
  }),
  z.strictObject({ channel: z.literal('press-briefing'), date: day, place: proofWords, attachmentId: id }),
  z.strictObject({ channel: z.literal('portal-post'), url: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({
    channel: z.literal('information-to-press'),
    recipient: proofWords,
    sentAt: instant,
    receipt: proofWords,
  }),
  z.strictObject({
    channel: z.literal('information-to-forces'),
    recipients: z.array(proofWords).min(1),
    sentAt: instant,
    text: proofWords,
  }),
  z.strictObject({
    channel: z.literal('press-conference'),
    at: instant,
    place: proofWords,
    spokespersonId: id,
    attachmentId: id,
  }),
  z.strictObject({
    channel: z.literal('correction-request'),
    outlet: proofWords,
    number: proofWords,
    date: day,
    attachmentId: id,
  }),
]);

/** What left the building, by which channel and with which proof. */
export function releaseEndpoints({ casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'case.read',
      operation: 'listReleases',
      method: 'get',
      path: '/cases/{caseId}/releases',
      summary: 'Các lần phát hành',
      params: caseParam,
      answer: z.object({ items: z.array(release) }),
      handle: async ({ actor, params }) => ({ items: (await casework.viewCase(actor, params)).releases }),
    }),
    caseCommand({
      operation: 'releaseResponse',
      path: 'release',
      tag,
      summary: 'Phát hành nội dung đã duyệt, kèm bằng chứng của kênh',
      body: z.strictObject({ responseId: id, proof }),
      extra: { releaseId: id },
      run: casework.release,
    }),
    caseCommand({
      operation: 'withdrawRelease',
      path: 'withdraw-release',
      tag,
      summary: 'Thu hồi nội dung đã phát hành',
      body: z.strictObject({ releaseId: id, reason }),
      extra: { consequences: z.object({ flags: z.array(id), cases: z.array(id) }) },
      run: casework.withdrawRelease,
    }),
    caseCommand({
      operation: 'publishClarification',
      path: 'publish-clarification',
      tag,
      summary: 'Công khai nội dung làm rõ thành thông tin chính thức để đối chiếu về sau',
      body: z.strictObject({
        releaseId: id,
        passage: words(100_000).optional(),
        recordIds: z.array(id).min(1).max(50).optional(),
        documentNumber: words(300).optional(),
        sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
      }),
      extra: { recordId: id },
      run: casework.publishClarification,
    }),
    caseCommand({
      operation: 'openToPublic',
      path: 'open-to-public',
      tag,
      summary: 'Mở nội dung làm rõ cho mọi người đọc tại /cong-khai',
      body: z.strictObject({ releaseId: id, claim: words(2_000), noPrivatePersons: z.literal(true) }),
      extra: { clarificationId: id },
      run: casework.openToPublic,
    }),
    caseCommand({
      operation: 'closeToPublic',
      path: 'close-to-public',
      tag,
      summary: 'Thôi công khai nội dung làm rõ',
      body: z.strictObject({ reason }),
      extra: { clarificationId: id },
      run: casework.closeToPublic,
    }),
  ];
}
