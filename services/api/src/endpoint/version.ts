import { callWords } from '@lamro/wording';
import { CallRefused } from '../problem/problem.ts';

/** Says by which version the caller sees what it reads; sent back as If-Match with the command that changes it. */
export function setVersion(headers: Headers, version: number): void {
  headers.set('etag', `"${version}"`);
}

/**
 * The version that If-Match names; undefined where it names none or any.
 *
 * @throws CallRefused `invalid-header` for anything but one of our tags
 */
export function expectedVersion(request: Request): number | undefined {
  const header = request.headers.get('if-match');
  if (header === null || header === '*') return undefined;
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new CallRefused('invalid-header', callWords.versionShape);
  return Number(version);
}

/** Whether the caller has this answer already. */
export function unchanged(request: Request, headers: Headers): boolean {
  const tag = headers.get('etag');
  if (tag === null) return false;
  const known = request.headers.get('if-none-match');
  return known?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag) ?? false;
}
