import { findBriefingLetter, type Pool } from '@lamro/database';
import type { Attachment, Notice } from '@lamro/delivery';
import { BRIEFING_FORMATS, briefingFormatOf } from '@lamro/domain';
import { briefingWords } from '@lamro/wording';
import type { DeliveryWays } from './delivery.ts';

type BriefingLetter = Pick<Notice, 'event' | 'subject' | 'text' | 'html' | 'data'> & {
  readonly attachments: readonly Attachment[];
};

/**
 * A letter with an issued briefing: its page as the body, its other files beside it, each byte for byte as issued. Null where
 * the store does not have them.
 */
export async function briefingLetter(
  pool: Pool,
  briefingId: string,
  { blobStore, deskUrl }: DeliveryWays,
): Promise<BriefingLetter | null> {
  const { label, edition, correction, files } = await findBriefingLetter(pool, briefingId);
  if (blobStore === undefined) return null;
  const { letter: words, file: nameOf } = briefingWords;
  const attachments: Attachment[] = [];
  let html: string | null = null;
  for (const { format: name, sha256 } of files) {
    const format = briefingFormatOf(name);
    if (format === null) continue;
    if (!(await blobStore.has(sha256))) return null;
    const bytes = await blobStore.get(sha256);
    if (format === 'html') html = new TextDecoder().decode(bytes);
    else
      attachments.push({
        fileName: `${nameOf(label, String(edition))}.${format}`,
        mediaType: BRIEFING_FORMATS[format],
        bytes,
      });
  }
  const link = new URL(`/briefings/${briefingId}`, deskUrl).href;
  return {
    event: 'briefing-issued',
    subject: words.subject(label, edition > 1 ? String(edition) : null),
    text: words.text(
      label,
      correction,
      files.map(({ format, sha256 }) => `${format.toUpperCase()}: ${sha256}`).join('\n'),
      link,
    ),
    html,
    attachments,
    data: { briefingId, label, edition },
  };
}
