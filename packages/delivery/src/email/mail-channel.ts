import { isIP } from 'node:net';
import type { Channel } from '../channel/channel.ts';
import { emailChannel } from './email.ts';

/**
 * The mail server that SMTP_URL and MAIL_FROM name: `smtps://` speaks TLS from the start, `smtp://` asks for STARTTLS, except to
 * a relay on this machine. MAIL_FROM is an address, or `Tên <địa chỉ>`.
 *
 * @returns null where no server is configured
 * @throws Error for one without the other, ZodError for settings that cannot be meant
 */
export function mailChannel(smtpUrl: string | undefined, mailFrom: string | undefined): Channel | null {
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
  return emailChannel({
    host,
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? 'implicit' : own ? 'none' : 'required',
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    from: { name: named?.[1]?.trim() || 'Làm Rõ', address: (named?.[2] ?? mailFrom).trim() },
  });
}
