import { z } from 'zod';
import { type DeliveryFailureKind, type DeliveryOutcome, failed } from '../channel/channel.ts';
import type { Stage } from './transmission.ts';

/** What is read of an error that the SMTP client gives. */
const smtpError = z.looseObject({
  code: z.string().optional(),
  /** The code of the socket or of TLS, where the client put its own in its place. */
  originalCode: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
});

/**
 * Names what became of an attempt that broke.
 *
 * An answer of the server is final for the attempt: 5xx is a refusal for good (503, a session out of step, apart), 4xx one
 * for now (RFC 5321, 4.2.1). Without an answer, a mail that may be with the server is `uncertain`; anything earlier failed.
 */
export function outcomeOf(error: unknown, stage: Stage, aborted: boolean): DeliveryOutcome {
  const parsed = smtpError.safeParse(error);
  const { code = '', originalCode = '', responseCode = null, command = '' } = parsed.success ? parsed.data : {};
  if (responseCode !== null && responseCode >= 400) return refused(responseCode, code, command);
  const kind = aborted ? 'aborted' : TLS_FAILED.test(originalCode) ? 'tls-failed' : kindOf(code);
  if (stage === 'message') return { status: 'uncertain', kind, detail: UNCERTAIN };
  return failed(kind, SENTENCES[kind], kind !== 'invalid-notice');
}

const TLS_FAILED = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$)/;

const UNCERTAIN =
  'Kết nối với máy chủ thư bị ngắt sau khi thư đã được chuyển đi; không chắc thư đã đến hay chưa. ' +
  'Hãy hỏi người nhận trước khi cho gửi lại.';

function refused(responseCode: number, code: string, command: string): DeliveryOutcome {
  const permanent = responseCode >= 500 && responseCode !== 503;
  const said = `(máy chủ trả lời ${responseCode})`;
  if (code === 'EAUTH') {
    // A wrong password is mended by the operator, after which the same notice goes out.
    return failed('sign-in-failed', `Máy chủ thư không nhận tài khoản gửi ${said}. Hãy kiểm tra cấu hình thư.`, true);
  }
  if (!permanent)
    return failed('temporarily-refused', `Máy chủ thư tạm thời chưa nhận ${said}; hệ thống sẽ gửi lại.`, true);
  if (command === 'RCPT TO') {
    return failed(
      'recipient-refused',
      `Máy chủ thư không nhận địa chỉ người nhận ${said}. Hãy sửa lại địa chỉ thư.`,
      false,
    );
  }
  return failed('message-refused', `Máy chủ thư từ chối thư này ${said}. Hãy kiểm tra cấu hình địa chỉ gửi.`, false);
}

type BreakKind = Extract<
  DeliveryFailureKind,
  'unreachable' | 'timed-out' | 'tls-failed' | 'sign-in-failed' | 'protocol-error' | 'invalid-notice' | 'aborted'
>;

function kindOf(code: string): BreakKind {
  switch (code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'timed-out';
    case 'ETLS':
      return 'tls-failed';
    case 'EAUTH':
    case 'ENOAUTH':
      return 'sign-in-failed';
    case 'EENVELOPE':
      return 'invalid-notice';
    case 'EDNS':
    case 'ECONNECTION':
    case 'ESOCKET':
      return 'unreachable';
    default:
      return 'protocol-error';
  }
}

const SENTENCES: Readonly<Record<BreakKind, string>> = {
  unreachable: 'Không kết nối được với máy chủ thư hoặc kết nối bị ngắt trước khi chuyển thư; hệ thống sẽ gửi lại.',
  'timed-out': 'Máy chủ thư không trả lời trong thời hạn; hệ thống sẽ gửi lại.',
  'tls-failed': 'Không lập được kết nối bảo mật với máy chủ thư. Hãy kiểm tra chứng chỉ và cấu hình TLS.',
  'sign-in-failed': 'Không đăng nhập được vào máy chủ thư. Hãy kiểm tra cấu hình thư.',
  'protocol-error': 'Máy chủ thư trả lời sai quy cách SMTP; hệ thống sẽ gửi lại.',
  'invalid-notice': 'Địa chỉ người nhận không hợp lệ. Hãy sửa lại địa chỉ thư.',
  aborted: 'Việc gửi đã được dừng theo lệnh; hệ thống sẽ gửi lại.',
};
