import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import { type Channel, type DeliveryOutcome, failed, type Notice } from '../channel/channel.ts';
import { outcomeOf } from './outcome.ts';
import { type EmailSettings, emailSettings } from './settings.ts';
import { TransmissionBroken, transmit } from './transmission.ts';

const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,200}@[A-Za-z0-9.-]{1,200}>$/;

/**
 * A {@link Channel} that hands notices over to the operator's mail server, one mail to one person, with the Message-ID that was
 * recorded with the notice.
 *
 * Once the whole mail may be with the server and no answer comes, the outcome is `uncertain`: mail has no receiver that
 * would know a repetition, so a person decides.
 *
 * @throws ZodError at once for settings that cannot be meant
 */
export function emailChannel(input: z.input<typeof emailSettings>): Channel {
  const settings = emailSettings.parse(input);
  return { name: 'email', send: (notice, signal) => send(settings, notice, signal ?? new AbortController().signal) };
}

async function send(settings: EmailSettings, notice: Notice, signal: AbortSignal): Promise<DeliveryOutcome> {
  if (!z.email().safeParse(notice.recipient).success || !MESSAGE_ID.test(notice.messageId)) {
    const detail = 'Địa chỉ người nhận hoặc mã thư không hợp lệ. Hãy sửa lại địa chỉ thư của người nhận.';
    return failed('invalid-notice', detail, false);
  }
  const raw = await compose(settings, notice);
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  try {
    const receipt = await transmit(settings, notice.recipient, raw, AbortSignal.any([signal, deadline]));
    return { status: 'delivered', receipt: receipt.slice(0, 300) };
  } catch (error) {
    if (!(error instanceof TransmissionBroken)) throw error;
    const cause = deadline.aborted && !signal.aborted ? { code: 'ETIMEDOUT' } : error.cause;
    return outcomeOf(cause, error.stage, signal.aborted);
  }
}

function compose({ from }: EmailSettings, notice: Notice): Promise<Uint8Array> {
  const composer = new MailComposer({
    from,
    to: { name: '', address: notice.recipient },
    subject: notice.subject,
    text: notice.text,
    ...(notice.html === null ? {} : { html: notice.html }),
    attachments: (notice.attachments ?? []).map(({ fileName, mediaType, bytes }) => ({
      filename: fileName,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    messageId: notice.messageId,
    date: notice.createdAt,
    // RFC 3834: no machine answers to this.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}
