/**
 * Every text in a command's input, however deep; the bytes of files are looked into where they are taken in. Walks by a list,
 * not by calls: how deep an input goes is its sender's choice.
 */
export function wordsIn(input: unknown): readonly string[] {
  const words: string[] = [];
  const left: unknown[] = [input];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') words.push(next);
    else if (Array.isArray(next)) for (const item of next) left.push(item);
    else if (typeof next === 'object' && next !== null && !(next instanceof Uint8Array)) {
      for (const item of Object.values(next)) left.push(item);
    }
  }
  return words;
}
