import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);

/** One answer of an outlet as it was fetched. */
export interface Capture {
  readonly url: string;
  readonly fetchedAt: Date;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body after undoing compression. */
  readonly body: Uint8Array;
  /** What else is to be said about the capture, such as the redirects that led to it; names without line breaks or colons. */
  readonly notes?: Readonly<Record<string, string>>;
}

export interface WarcOrigin {
  /** Such as `LamRo/0.1`. */
  readonly software: string;
  readonly operator: string;
  /** Date of the file. */
  readonly writtenAt: Date;
}

/**
 * Writes captures as WARC/1.1 (ISO 28500:2017), each record a gzip member of its own as its annex D asks: a `warcinfo`, then
 * for each capture a `response` and, where there are notes, a `metadata` record that refers to it. The same captures give the
 * same bytes, so two exports can be compared.
 *
 * The body is kept unfolded, so the headers that told how it was folded go by `x-archive-orig-…`, and its length is its own.
 *
 * @example
 * await pipeline(Readable.from(writeWarc(origin, captures)), createWriteStream('story.warc.gz'));
 */
export async function* writeWarc(
  origin: WarcOrigin,
  captures: Iterable<Capture> | AsyncIterable<Capture>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield await record(
    { 'WARC-Type': 'warcinfo', 'WARC-Date': origin.writtenAt.toISOString(), 'Content-Type': 'application/warc-fields' },
    fields({ software: origin.software, operator: origin.operator, format: 'WARC File Format 1.1' }),
  );
  for await (const capture of captures) yield* captureRecords(capture);
}

async function* captureRecords(capture: Capture): AsyncGenerator<Uint8Array, void, undefined> {
  const common = { 'WARC-Target-URI': capture.url, 'WARC-Date': capture.fetchedAt.toISOString() };
  const response = {
    'WARC-Type': 'response',
    ...common,
    'Content-Type': 'application/http;msgtype=response',
    'WARC-Payload-Digest': digest(capture.body),
  };
  const block = Buffer.concat([httpHead(capture), capture.body]);
  yield await record(response, block);
  if (capture.notes === undefined || Object.keys(capture.notes).length === 0) return;
  yield await record(
    {
      'WARC-Type': 'metadata',
      ...common,
      'Content-Type': 'application/warc-fields',
      'WARC-Refers-To': recordId(response, block),
    },
    fields(capture.notes),
  );
}

/** Headers that describe how the body travelled, which is not how it is kept. */
const TRAVEL = new Set(['content-encoding', 'transfer-encoding', 'content-length', 'connection']);

function httpHead({ status, headers, body }: Capture): Buffer {
  const lines = Object.entries(headers).map(([name, value]) =>
    TRAVEL.has(name.toLowerCase()) ? `x-archive-orig-${name}: ${oneLine(value)}` : `${name}: ${oneLine(value)}`,
  );
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return Buffer.from([start, ...lines, `content-length: ${body.length}`, '', ''].join('\r\n'));
}

async function record(named: Readonly<Record<string, string>>, block: Uint8Array): Promise<Uint8Array> {
  const headers = {
    ...named,
    'WARC-Record-ID': recordId(named, block),
    'WARC-Block-Digest': digest(block),
    'Content-Length': String(block.length),
  };
  const head = Buffer.concat([Buffer.from('WARC/1.1\r\n'), fields(headers), Buffer.from('\r\n')]);
  return gzipAsync(Buffer.concat([head, block, Buffer.from('\r\n\r\n')]));
}

function fields(values: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    Object.entries(values)
      .map(([name, value]) => `${name}: ${oneLine(value)}\r\n`)
      .join(''),
  );
}

/** A line break in foreign text would end the field and begin another. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}

function digest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A UUID (version 8, RFC 9562) made of what the record says, so that it does not change from one export to the next. */
function recordId(headers: Readonly<Record<string, string>>, block: Uint8Array): string {
  const hash = createHash('sha256').update(fields(headers)).update(block).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const groups = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `<urn:uuid:${groups.join('-')}>`;
}
