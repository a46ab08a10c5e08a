import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

export interface WarcRecord {
  readonly headers: Readonly<Record<string, string>>;
  readonly block: Uint8Array;
}

const SEPARATOR = Buffer.from('\r\n\r\n');

/**
 * Reads a WARC file, compressed or not, and checks the digest of every block.
 *
 * @returns the records in order, header names in lower case
 * @throws SyntaxError naming the byte where the file stops being WARC, or the record whose block was changed
 */
export function readWarc(bytes: Uint8Array): readonly WarcRecord[] {
  const buffer = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes);
  const records: WarcRecord[] = [];
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(SEPARATOR, at);
    const head = end === -1 ? '' : buffer.toString('utf8', at, end);
    if (!head.startsWith('WARC/1.')) throw new SyntaxError(`No WARC record at byte ${at}`);
    const headers = parseHead(head);
    const start = end + SEPARATOR.length;
    const length = Number(headers['content-length'] ?? Number.NaN);
    const stop = start + length;
    if (!Number.isSafeInteger(length) || !buffer.subarray(stop, stop + 4).equals(SEPARATOR)) {
      throw new SyntaxError(`WARC record at byte ${at} does not end where it says`);
    }
    const block = buffer.subarray(start, stop);
    checkDigest(headers, block);
    records.push({ headers, block });
    at = stop + SEPARATOR.length;
  }
  return records;
}

function parseHead(head: string): Record<string, string> {
  const pairs = head
    .split('\r\n')
    .slice(1)
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
  return Object.fromEntries(pairs);
}

function checkDigest(headers: Readonly<Record<string, string>>, block: Uint8Array): void {
  const stated = headers['warc-block-digest'];
  if (stated === undefined || !stated.startsWith('sha256:')) return;
  const actual = `sha256:${createHash('sha256').update(block).digest('hex')}`;
  if (stated !== actual) throw new SyntaxError(`WARC record ${headers['warc-record-id'] ?? '?'} was changed`);
}
