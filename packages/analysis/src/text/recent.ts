/**
 * Remembers what a pure function answered to the latest texts: the sentences of an article and of the records are asked about again and
 * again. At least `size` answers are kept, at most twice as many.
 */
export function remembering<Answer extends {}>(size: number, read: (text: string) => Answer): (text: string) => Answer {
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const answer = old.get(text) ?? read(text);
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(text, answer);
    return answer;
  };
}
