import { describe, expect, it } from 'vitest';
import { ByteCollector } from './byte-collector.ts';

const bytes = (length: number, from = 0) => Uint8Array.from({ length }, (_, n) => (from + n) & 255);

describe('ByteCollector', () => {
  it('keeps what came, in order, and grows as it must', () => {
    const collector = new ByteCollector(1_000_000);
    const whole = bytes(300_000);
    for (let at = 0; at < whole.length; at += 7_001) expect(collector.add(whole.subarray(at, at + 7_001))).toBe(true);
    expect(Buffer.from(collector.bytes()).equals(whole)).toBe(true);
  });

  it('takes exactly as much as is allowed, and says when something was left over', () => {
    const collector = new ByteCollector(10);
    expect(collector.add(bytes(6))).toBe(true);
    expect(collector.add(bytes(4, 6))).toBe(true);
    expect(collector.add(new Uint8Array())).toBe(true);
    expect(collector.add(bytes(1))).toBe(false);
    expect([...collector.bytes()]).toEqual([...bytes(10)]);
    const cut = new ByteCollector(10);
    expect(cut.add(bytes(11))).toBe(false);
    expect([...cut.bytes()]).toEqual([...bytes(10)]);
  });

  it('takes a first chunk larger than it began with, and one right after it', () => {
    const collector = new ByteCollector(200_000);
    expect(collector.add(bytes(150_000))).toBe(true);
    expect(collector.add(bytes(50_000, 150_000))).toBe(true);
    expect(Buffer.from(collector.bytes()).equals(bytes(200_000))).toBe(true);
  });

  it('hands out copies: what comes later changes none', () => {
    const collector = new ByteCollector(10);
    collector.add(bytes(2));
    const early = collector.bytes();
    collector.add(bytes(2, 2));
    expect([...early]).toEqual([0, 1]);
    expect(collector.bytes().buffer).not.toBe(collector.bytes().buffer);
  });
});
