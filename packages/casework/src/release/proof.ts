import type { Channel } from '@lamro/domain';
import { z } from 'zod';
import { localDay } from '../chain/day.ts';
import { CommandRefused } from '../refusal/refusal.ts';

const id = z.string().regex(/^\d{1,18}$/);
const words = z.string().trim().min(1).max(10_000).normalize('NFC');
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

/** What each channel asks for before a release counts. The last two are internal. */
export const proofSchema = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('press-release'), number: words, date: day, attachmentId: id }),
  z.object({ channel: z.literal('spokesperson'), spokespersonId: id, at: instant, place: words, summary: words }),
  z.object({ channel: z.literal('press-briefing'), date: day, place: words, attachmentId: id }),
  z.object({ channel: z.literal('portal-post'), url: z.url({ protocol: /^https?$/ }) }),
  z.object({ channel: z.literal('information-to-press'), recipient: words, sentAt: instant, receipt: words }),
  z.object({
    channel: z.literal('information-to-forces'),
    recipients: z.array(words).min(1).max(100),
    sentAt: instant,
    text: words,
  }),
  z.object({ channel: z.literal('press-conference'), at: instant, place: words, spokespersonId: id, attachmentId: id }),
  z.object({ channel: z.literal('correction-request'), outlet: words, number: words, date: day, attachmentId: id }),
]);
export type Proof = z.output<typeof proofSchema>;
export type ProofInput = z.input<typeof proofSchema>;

/** What a channel's proof consists of, as it is asked for. */
export const PROOF_WANTED: Readonly<Record<Channel, string>> = {
  'press-release': 'số, ngày và tệp của thông cáo báo chí',
  spokesperson: 'người phát ngôn trong danh sách, thời điểm, địa điểm và nội dung đã nói',
  'press-briefing': 'ngày, địa điểm và biên bản buổi giao ban báo chí',
  'portal-post': 'địa chỉ bài đăng trên cổng thông tin điện tử',
  'information-to-press': 'cơ quan báo chí nhận, thời điểm gửi và xác nhận đã nhận',
  'information-to-forces': 'các cơ quan, đơn vị nhận, thời điểm gửi và nguyên văn thông tin',
  'press-conference': 'thời điểm, địa điểm, người phát ngôn và tệp nội dung họp báo',
  'correction-request': 'báo nhận, số, ngày và tệp văn bản đề nghị cải chính',
};

/** Clocks of two machines may differ by this much. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * A proof says what has happened: its day or hour is not yet to come.
 *
 * @throws CommandRefused `proof-missing`
 */
export function checkNotAhead(proof: Proof, now: Date): void {
  const instant = 'at' in proof ? proof.at : 'sentAt' in proof ? proof.sentAt : null;
  const ahead =
    (instant !== null && new Date(instant).getTime() > now.getTime() + CLOCK_SKEW_MS) ||
    ('date' in proof && proof.date > localDay(now));
  if (!ahead) return;
  throw new CommandRefused(
    'proof-missing',
    'Bằng chứng phát hành có ngày, giờ ở tương lai: hãy ghi khi việc phát hành đã diễn ra.',
  );
}

const channelSchema = z.object({ channel: z.enum(Object.keys(PROOF_WANTED)) });
const { localeError } = z.locales.vi();

/**
 * Reads a release's proof.
 *
 * @throws CommandRefused `proof-missing` that names the proof its channel asks for
 */
export function parseProof(input: unknown): Proof {
  const parsed = proofSchema.safeParse(input, { error: localeError });
  if (parsed.success) return parsed.data;
  const named = channelSchema.safeParse(input);
  if (!named.success) {
    throw new CommandRefused('invalid-input', 'Phải chọn một kênh phát hành trong danh sách.');
  }
  const wanted = Object.entries(PROOF_WANTED).find(([channel]) => channel === named.data.channel)?.[1] ?? '';
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new CommandRefused(
    'proof-missing',
    `Thiếu bằng chứng phát hành: kênh này cần ${wanted} (${issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}).`,
    { issues },
  );
}
