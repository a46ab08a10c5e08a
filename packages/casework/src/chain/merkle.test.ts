import { describe, expect, it } from 'vitest';
import { sha256 } from '../event/chain.ts';
import { EMPTY_ROOT, merkleRoot } from './merkle.ts';

const head = (caseId: string, seq = 1) => ({ caseId, seq, hash: sha256(`${caseId} ${seq}`) });
const leaf = (caseId: string, seq = 1) => sha256(`leaf:${caseId}:${seq}:${sha256(`${caseId} ${seq}`)}`);
const node = (left: string, right: string) => sha256(`node:${left}:${right}`);

describe('merkleRoot', () => {
  it('follows its definition, an odd node going up alone', () => {
    expect(merkleRoot([])).toBe(EMPTY_ROOT);
    expect(EMPTY_ROOT).toBe(sha256('lamro:no-cases'));
    expect(merkleRoot([head('1', 7)])).toBe(leaf('1', 7));
    expect(merkleRoot(['1', '2'].map((id) => head(id)))).toBe(node(leaf('1'), leaf('2')));
    expect(merkleRoot(['1', '2', '3'].map((id) => head(id)))).toBe(node(node(leaf('1'), leaf('2')), leaf('3')));
    expect(merkleRoot(['1', '2', '3', '4', '5'].map((id) => head(id)))).toBe(
      node(node(node(leaf('1'), leaf('2')), node(leaf('3'), leaf('4'))), leaf('5')),
    );
  });

  it('orders cases by their number, however the ledger returns them, and leaves the list alone', () => {
    const heads = ['10', '9', '100', '2'].map((id) => head(id));
    const before = [...heads];
    expect(merkleRoot(heads)).toBe(merkleRoot(['2', '9', '10', '100'].map((id) => head(id))));
    expect(merkleRoot(heads)).toBe(node(node(leaf('2'), leaf('9')), node(leaf('10'), leaf('100'))));
    expect(merkleRoot([head('11'), head('12')])).toBe(merkleRoot([head('12'), head('11')]));
    expect(heads).toEqual(before);
  });
});
