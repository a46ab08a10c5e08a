import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSequences } from './sequence.ts';
import { diffText } from './text.ts';

describe('what changed between two versions', () => {
  test('a changed figure shows as the words that changed', () => {
    const { changed, paragraphs, removedWords, addedWords } = diffText(
      'Mở đầu.\nHọ nói 5 người mất tích.',
      'Mở đầu.\nHọ nói 7 người đã mất tích.\nThêm.',
    );
    expect({ changed, removedWords, addedWords }).toEqual({ changed: true, removedWords: 1, addedWords: 3 });
    expect(paragraphs.map((each) => each.kind)).toEqual(['same', 'changed', 'added']);
    const edited = paragraphs[1];
    expect(
      edited?.kind === 'changed' && edited.words.filter((run) => run.kind !== 'same').map((run) => run.text),
    ).toEqual(['5', '7', ' đã']);
  });

  test('spacing and Unicode form are no change', () => {
    expect(diffText('Tỉnh  Thái Bình', 'Tỉnh Thái Bình'.normalize('NFD')).changed).toBe(false);
  });

  test('both versions can be put together again from the difference', () => {
    const text = fc.array(
      fc
        .array(fc.constantFrom('một', 'hai', 'ba', '4', '，', '省'), { minLength: 1, maxLength: 8 })
        .map((words) => words.join(' ')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { paragraphs } = diffText(before.join('\n'), after.join('\n'));
        const first = paragraphs.flatMap((each) =>
          each.kind === 'changed' ? [each.before] : each.kind === 'added' ? [] : [each.text],
        );
        const second = paragraphs.flatMap((each) =>
          each.kind === 'changed' ? [each.after] : each.kind === 'removed' ? [] : [each.text],
        );
        expect(first).toEqual(before);
        expect(second).toEqual(after);
      }),
    );
  });

  test('sequences are taken apart without loss', () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const steps = compareSequences(before, after);
        expect(steps.filter((step) => step.kind !== 'added').flatMap((step) => step.items)).toEqual(before);
        expect(steps.filter((step) => step.kind !== 'removed').flatMap((step) => step.items)).toEqual(after);
      }),
    );
  });

  test('two long texts with nothing in common come back whole, as one removal and one addition', () => {
    const before = Array.from({ length: 9000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 9000 }, (_, index) => `b${index}`);
    expect(compareSequences(before, after).map((step) => [step.kind, step.items.length])).toEqual([
      ['removed', 9000],
      ['added', 9000],
    ]);
  });
});
