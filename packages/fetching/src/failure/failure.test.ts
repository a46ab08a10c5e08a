import { describe, expect, it } from 'vitest';
import { AddressRefused, NameUnresolved } from '../connection/connection.ts';
import { failureOf } from './failure.ts';

const coded = (code: unknown, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

describe('failureOf', () => {
  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out', 'timed-out'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out', 'timed-out'],
    ['UND_ERR_BODY_TIMEOUT', 'timed-out', 'timed-out'],
    ['ETIMEDOUT', 'timed-out', 'timed-out'],
    ['UND_ERR_HEADERS_OVERFLOW', 'headers-too-large', 'headers-too-large'],
    ['ECONNREFUSED', 'connection-failed', 'protocol-error'],
    ['ECONNRESET', 'connection-failed', 'protocol-error'],
    ['ECONNABORTED', 'connection-failed', 'protocol-error'],
    ['EHOSTUNREACH', 'connection-failed', 'protocol-error'],
    ['EHOSTDOWN', 'connection-failed', 'protocol-error'],
    ['ENETUNREACH', 'connection-failed', 'protocol-error'],
    ['ENETDOWN', 'connection-failed', 'protocol-error'],
    ['EADDRNOTAVAIL', 'connection-failed', 'protocol-error'],
    ['EPIPE', 'connection-failed', 'protocol-error'],
    ['UND_ERR_SOCKET', 'connection-failed', 'protocol-error'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed', 'protocol-error'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed', 'protocol-error'],
    ['CERT_HAS_EXPIRED', 'tls-failed', 'protocol-error'],
    ['CRL_HAS_EXPIRED', 'tls-failed', 'protocol-error'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed', 'protocol-error'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed', 'protocol-error'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-failed', 'protocol-error'],
    ['INVALID_CA', 'tls-failed', 'protocol-error'],
    ['INVALID_PURPOSE', 'tls-failed', 'protocol-error'],
    ['HOSTNAME_MISMATCH', 'tls-failed', 'protocol-error'],
    ['PATH_LENGTH_EXCEEDED', 'tls-failed', 'protocol-error'],
    ['EPROTO', 'tls-failed', 'protocol-error'],
    ['HPE_INVALID_CONSTANT', 'protocol-error', 'protocol-error'],
    ['NOT_CERT_OF_ANYBODY', 'protocol-error', 'protocol-error'],
    ['EPROTOTYPE', 'protocol-error', 'protocol-error'],
  ])('%s is %s before the answer and %s within it', (code, before, within) => {
    expect(failureOf(coded(code), 'bao.example', 'before-response').kind).toBe(before);
    expect(failureOf(coded(code), 'bao.example', 'in-body').kind).toBe(within);
  });

  it.each([
    ['ETIMEDOUT', 'before-response', 'Máy chủ «bao.example» không trả lời trong thời hạn; hệ thống sẽ thử lại sau.'],
    ['UND_ERR_HEADERS_OVERFLOW', 'before-response', 'Máy chủ «bao.example» gửi phần tiêu đề HTTP dài quá giới hạn.'],
    [
      'CERT_HAS_EXPIRED',
      'before-response',
      'Không lập được kết nối bảo mật với «bao.example»; chứng chỉ hoặc cấu hình TLS của máy chủ có lỗi.',
    ],
    ['EPIPE', 'before-response', 'Không kết nối được với «bao.example»; máy chủ từ chối hoặc ngắt kết nối.'],
    ['HPE_STRICT', 'before-response', 'Máy chủ «bao.example» trả lời sai quy cách HTTP.'],
    ['EPIPE', 'in-body', 'Máy chủ «bao.example» ngắt kết nối khi chưa gửi hết nội dung.'],
  ] as const)('tells of %s %s in words, with the code', (code, stage, sentence) => {
    expect(failureOf(coded(code), 'bao.example', stage).detail).toBe(`${sentence} (${code})`);
  });

  it('finds what matters under what wraps it, a few levels down, and among several', () => {
    const refused = new AddressRefused('bao.example', 'private');
    const wrapped = new Error('fetch failed', { cause: new AggregateError([coded('ECONNREFUSED'), refused]) });
    expect(failureOf(wrapped, 'x', 'before-response')).toEqual({
      kind: 'address-refused',
      detail:
        'Máy chủ «bao.example» trỏ về địa chỉ không thuộc mạng công cộng (private); yêu cầu bị chặn để bảo vệ hệ thống.',
    });
    const unresolved = new Error('fetch failed', { cause: new NameUnresolved('bao.example', null) });
    expect(failureOf(unresolved, 'bao.example:81', 'in-body')).toEqual({
      kind: 'dns-failed',
      detail: 'Không phân giải được tên máy chủ «bao.example:81»; kiểm tra lại địa chỉ nguồn.',
    });
    const nested = (levels: number): Error =>
      levels === 0 ? coded('EPIPE') : new Error('x', { cause: nested(levels - 1) });
    expect(failureOf(nested(3), 'x', 'before-response').kind).toBe('connection-failed');
    expect(failureOf(nested(4), 'x', 'before-response').kind).toBe('protocol-error');
  });

  it('takes the first code from outside in, and no code that is no word', () => {
    expect(failureOf(coded('ETIMEDOUT', coded('EPIPE')), 'x', 'before-response').kind).toBe('timed-out');
    for (const code of ['', 7, undefined])
      expect(failureOf(coded(code, coded('EPIPE')), 'x', 'before-response').kind).toBe('connection-failed');
  });

  it('ends on causes that go round, and names what has no code', () => {
    const ring = new Error('x');
    ring.cause = ring;
    expect(failureOf(ring, 'x', 'before-response').detail).toMatch(/\(Error\)$/);
    expect(failureOf(new RangeError('x'), 'x', 'before-response').detail).toMatch(/\(RangeError\)$/);
    expect(failureOf('a word', 'x', 'before-response').detail).toMatch(/\(UNKNOWN\)$/);
  });
});
