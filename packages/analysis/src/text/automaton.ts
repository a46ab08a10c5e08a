/** One occurrence of pattern number `pattern` at folded offsets `start` to `end` (exclusive). */
export interface PatternHit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

interface State {
  readonly next: Map<number, State>;
  fail: State | null;
  /** Patterns that end here, the state's own first, then those of its suffixes. */
  patterns: number[];
}

function newState(): State {
  return { next: new Map(), fail: null, patterns: [] };
}

/**
 * Finds all of many patterns in one pass over the text (Aho and Corasick, CACM 18(6), 1975): cost grows with the text and
 * the hits, not with the number of patterns. Empty patterns never match.
 */
export function createAutomaton(patterns: readonly string[]): (text: string) => PatternHit[] {
  const root = newState();
  patterns.forEach((pattern, number) => {
    if (pattern !== '') insert(root, pattern, number);
  });
  linkFailures(root);
  const lengths = patterns.map((pattern) => pattern.length);
  return (text) => {
    const hits: PatternHit[] = [];
    let state = root;
    for (let at = 0; at < text.length; at += 1) {
      state = step(root, state, text.charCodeAt(at));
      for (const pattern of state.patterns) {
        hits.push({ pattern, start: at + 1 - (lengths[pattern] ?? 0), end: at + 1 });
      }
    }
    return hits;
  };
}

function insert(root: State, pattern: string, number: number): void {
  let state = root;
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(at);
    let next = state.next.get(unit);
    if (next === undefined) {
      next = newState();
      state.next.set(unit, next);
    }
    state = next;
  }
  state.patterns.push(number);
}

function linkFailures(root: State): void {
  const queue: State[] = [];
  for (const child of root.next.values()) {
    child.fail = root;
    queue.push(child);
  }
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head];
    if (state === undefined) break;
    for (const [unit, child] of state.next) {
      child.fail = step(root, state.fail ?? root, unit);
      child.patterns = child.patterns.concat(child.fail.patterns);
      queue.push(child);
    }
  }
}

function step(root: State, from: State, unit: number): State {
  let state: State | null = from;
  while (state !== null) {
    const next = state.next.get(unit);
    if (next !== undefined) return next;
    state = state.fail;
  }
  return root;
}
