import { CASE_STATES } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseInput } from './parse-input.ts';
import { CommandRefused } from './refusal.ts';
import { refuseUnstorable } from './refuse-unstorable.ts';
import { stateName, stateNames } from './state-names.ts';
import { wordsIn } from './words-in.ts';

function refusalOf(command: () => unknown): CommandRefused {
  try {
    command();
  } catch (error) {
    if (error instanceof CommandRefused) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a refusal', () => {
  it('says what it is, in words and by its code', () => {
    const refused = new CommandRefused('forbidden', 'Không được.');
    expect(refused).toMatchObject({ name: 'CommandRefused', code: 'forbidden', message: 'Không được.', detail: {} });
    expect(new CommandRefused('wrong-state', 'x', { allowedStates: ['closed'] }).detail).toEqual({
      allowedStates: ['closed'],
    });
  });
});

describe('parseInput', () => {
  const schema = z.object({ a: z.object({ b: z.number() }), c: z.string().min(1, 'phải ghi') });

  it('hands on what the schema makes of it', () => {
    expect(parseInput(schema, { a: { b: 1 }, c: 'x', d: 2 })).toEqual({ a: { b: 1 }, c: 'x' });
  });

  it('names every field and what is wrong with it, in Vietnamese', () => {
    const refused = refusalOf(() => parseInput(schema, { a: { b: 'x' }, c: '' }));
    expect(refused.code).toBe('invalid-input');
    expect(refused.detail.issues?.map(({ path }) => path)).toEqual(['a.b', 'c']);
    expect(refused.message).toMatch(
      /^Dữ liệu gửi lên chưa đúng \(a\.b: Đầu vào không hợp lệ.*; c: phải ghi\): hãy sửa/,
    );
  });

  it('names no field where the whole is wrong', () => {
    expect(refusalOf(() => parseInput(z.string(), 7)).message).toMatch(/chưa đúng \(Đầu vào không hợp lệ[^:]*/);
  });
});

describe('wordsIn', () => {
  it('finds every text, however deep, and no bytes', () => {
    const input = { a: 'một', b: [{ c: 'hai' }, ['ba', 4, null, true, undefined]], d: new Uint8Array([65, 66]) };
    expect(wordsIn(input).toSorted()).toEqual(['ba', 'hai', 'một']);
    expect(wordsIn('chữ')).toEqual(['chữ']);
    for (const nothing of [null, undefined, 7, {}, []]) expect(wordsIn(nothing)).toEqual([]);
  });

  it('goes down as deep as its sender likes', () => {
    let deep: unknown = 'đáy';
    for (let n = 0; n < 50_000; n++) deep = [deep];
    expect(wordsIn(deep)).toEqual(['đáy']);
  });
});

describe('refuseUnstorable', () => {
  it.each(['a\0b', '\ud800', '\udc00x'])('refuses %j wherever it stands', (text) => {
    const refused = refusalOf(() => refuseUnstorable({ a: ['ổn', { b: text }] }));
    expect(refused).toMatchObject({ code: 'invalid-input' });
    expect(refused.message).toBe(
      'Nội dung có ký tự hỏng không lưu được (thường do chép từ tệp lỗi): hãy gõ lại hoặc chép lại phần đó.',
    );
  });

  it('takes whatever else people write', () => {
    for (const text of ['', 'Tiếng Việt', '👍', '\n\t', '0']) expect(() => refuseUnstorable({ text })).not.toThrow();
  });
});

describe('state names', () => {
  it('tell each state from the others, in words', () => {
    const names = CASE_STATES.map(stateName);
    expect(new Set(names).size).toBe(CASE_STATES.length);
    for (const name of names) expect(name).toMatch(/^[\p{Ll} ]{5,}$/u);
    expect(stateNames(['closed', 'reopened'])).toBe('"đã kết thúc", "mở lại"');
  });
});
