import type { FetchFailureKind } from '@lamro/domain';
import { refusedAddressDetail } from '../address/target.ts';
import { AddressRefused, NameUnresolved } from '../connection/connection.ts';

/** What went wrong in one exchange, in the terms of the ledger and in one Vietnamese sentence. */
export interface Failure {
  readonly kind: FetchFailureKind;
  readonly detail: string;
}

/** How far an exchange had come when it broke. */
export type Stage = 'before-response' | 'in-body';

/**
 * Names an error that undici, the socket, TLS or the resolver threw.
 *
 * @param host host name with port, for the sentence
 * @returns `protocol-error` with the error's code for what has no kind of its own
 */
export function failureOf(error: unknown, host: string, stage: Stage): Failure {
  const refused = findCause(error, AddressRefused);
  if (refused !== null) return { kind: 'address-refused', detail: refusedAddressDetail(refused.host, refused.range) };
  if (findCause(error, NameUnresolved) !== null) {
    return { kind: 'dns-failed', detail: `Không phân giải được tên máy chủ «${host}»; kiểm tra lại địa chỉ nguồn.` };
  }
  const code = codeOf(error);
  const kind = kindOf(code, stage);
  return { kind, detail: `${SENTENCES[kind](host, stage)} (${code})` };
}

type TransportKind = 'timed-out' | 'headers-too-large' | 'tls-failed' | 'connection-failed' | 'protocol-error';

const SENTENCES: Readonly<Record<TransportKind, (host: string, stage: Stage) => string>> = {
  'timed-out': (host) => `Máy chủ «${host}» không trả lời trong thời hạn; hệ thống sẽ thử lại sau.`,
  'headers-too-large': (host) => `Máy chủ «${host}» gửi phần tiêu đề HTTP dài quá giới hạn.`,
  'tls-failed': (host) =>
    `Không lập được kết nối bảo mật với «${host}»; chứng chỉ hoặc cấu hình TLS của máy chủ có lỗi.`,
  'connection-failed': (host) => `Không kết nối được với «${host}»; máy chủ từ chối hoặc ngắt kết nối.`,
  'protocol-error': (host, stage) =>
    stage === 'in-body'
      ? `Máy chủ «${host}» ngắt kết nối khi chưa gửi hết nội dung.`
      : `Máy chủ «${host}» trả lời sai quy cách HTTP.`,
};

const TIMED_OUT = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

const CONNECTION_FAILED = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EPIPE',
  'UND_ERR_SOCKET',
]);

const TLS_FAILED =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|PATH_LENGTH_|EPROTO$)/;

function kindOf(code: string, stage: Stage): TransportKind {
  if (TIMED_OUT.has(code)) return 'timed-out';
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'headers-too-large';
  if (stage === 'in-body') return 'protocol-error';
  if (TLS_FAILED.test(code)) return 'tls-failed';
  return CONNECTION_FAILED.has(code) ? 'connection-failed' : 'protocol-error';
}

/** The first `code` along the causes; happy-eyeballs errors carry theirs one level down. */
function codeOf(error: unknown): string {
  for (const link of causes(error)) {
    if ('code' in link && typeof link.code === 'string' && link.code !== '') return link.code;
  }
  return error instanceof Error ? error.name : 'UNKNOWN';
}

function findCause<T extends Error>(error: unknown, type: new (...args: never[]) => T): T | null {
  for (const link of causes(error)) if (link instanceof type) return link;
  return null;
}

/** An error, what it wraps and what it aggregates, outermost first; a few levels at most, so a ring cannot hang us. */
function causes(error: unknown, depth = 4): readonly Error[] {
  if (!(error instanceof Error) || depth === 0) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...inner].flatMap((link) => causes(link, depth - 1))];
}
