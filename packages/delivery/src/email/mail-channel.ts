import { isIP } from 'node:net';
import type { z } from 'zod';
import type { Channel } from '../channel/channel.ts';
import { emailChannel } from './email.ts';
import { emailSettings } from './settings.ts';
import { greet } from './transmission.ts';

/**
 * The mail server that SMTP_URL and MAIL_FROM name: `smtps://` speaks TLS from the start, `smtp://` asks for STARTTLS, except to
 * a relay on this machine. MAIL_FROM is an address, or `Tên <địa chỉ>`.
 *
 * @returns null where no server is configured
 * @throws Error for one without the other, ZodError for settings that cannot be meant
 */
export function mailChannel(smtpUrl: string | undefined, mailFrom: string | undefined): Channel | null {
  const settings = settingsOf(smtpUrl, mailFrom);
  return settings === null ? null : emailChannel(settings);
}

/**
 * Greets the configured mail server and signs in, without sending anything.
 *
 * @returns false where no server is configured
 * @throws Error with one Vietnamese line that says what the server refused and what to check
 */
export async function greetMailServer(smtpUrl: string | undefined, mailFrom: string | undefined): Promise<boolean> {
  const settings = settingsOf(smtpUrl, mailFrom);
  if (settings === null) return false;
  await greet(emailSettings.parse(settings));
  return true;
}

function settingsOf(smtpUrl: string | undefined, mailFrom: string | undefined): z.input<typeof emailSettings> | null {
  if (smtpUrl === undefined && mailFrom === undefined) return null;
  if (smtpUrl === undefined || mailFrom === undefined)
    throw new Error(
      'SMTP_URL và MAIL_FROM phải đặt cùng nhau: hãy thêm biến còn thiếu, hoặc bỏ cả hai nếu không gửi thư.',
    );
  const url = new URL(smtpUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const implicit = url.protocol === 'smtps:';
  const own = host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
  const named = /^(.*)<([^>]+)>$/.exec(mailFrom);
  return {
    host,
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? 'implicit' : own ? 'none' : 'required',
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    from: { name: named?.[1]?.trim() || 'Làm Rõ', address: (named?.[2] ?? mailFrom).trim() },
  };
}
