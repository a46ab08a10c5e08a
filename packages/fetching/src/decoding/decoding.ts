import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

/** More layers than this are only seen in bombs. */
const MAX_LAYERS = 2;

/** RFC 9659 lets a server use a window of at most 8 MB with zstd; the format itself would allow 2 GB. */
const ZSTD_WINDOW_LOG_MAX = 23;

export type Decoded =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly kind: 'decompression-failed' | 'decompressed-too-large'; readonly why: string };

/**
 * Undoes the content codings of a body (gzip, deflate in both of its readings, br, zstd), last applied first.
 *
 * @param contentEncoding the header's value, or undefined
 * @param maxBytes most bytes that any layer may unfold to; unfolding stops there
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Decoded> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_LAYERS) return failed(`${codings.length} lớp nén`);
  let decoded: Decoded = { ok: true, body };
  for (const coding of codings.reverse()) {
    if (!decoded.ok || decoded.body.length === 0) return decoded;
    decoded = await decodeLayer(decoded.body, coding, maxBytes);
  }
  return decoded;
}

async function decodeLayer(body: Uint8Array, coding: string, maxBytes: number): Promise<Decoded> {
  const decode = DECODERS.get(coding);
  if (decode === undefined) return failed(`kiểu nén «${coding.slice(0, 40)}» không được hỗ trợ`);
  try {
    return { ok: true, body: await decode(body, maxBytes) };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') return { ok: false, kind: 'decompressed-too-large', why: coding };
    return failed(`dữ liệu ${coding} hỏng (${code})`);
  }
}

type Decoder = (body: Uint8Array, maxOutputLength: number) => Promise<Uint8Array>;

const gunzipAsync = promisify(gunzip);
const inflateAsync = promisify(inflate);
const inflateRawAsync = promisify(inflateRaw);
const brotliAsync = promisify(brotliDecompress);
const zstdAsync = promisify(zstdDecompress);

const unzip: Decoder = (body, maxOutputLength) => gunzipAsync(body, { maxOutputLength });

const inflateEither: Decoder = (body, maxOutputLength) =>
  // RFC 9110 means the zlib format; many servers send the bare stream. The first byte tells them apart.
  ((body[0] ?? 0) & 0x0f) === 8 ? inflateAsync(body, { maxOutputLength }) : inflateRawAsync(body, { maxOutputLength });

const DECODERS: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', inflateEither],
  ['br', (body: Uint8Array, maxOutputLength: number) => brotliAsync(body, { maxOutputLength })],
  [
    'zstd',
    (body: Uint8Array, maxOutputLength: number) =>
      zstdAsync(body, { maxOutputLength, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX } }),
  ],
]);

function failed(why: string): Decoded {
  return { ok: false, kind: 'decompression-failed', why };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'không rõ';
}
