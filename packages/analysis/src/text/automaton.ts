/** One occurrence of pattern number `pattern` at folded offsets `start` to `end` (exclusive). */
export interface PatternHit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

const ROOT = 0;
const NONE = -1;

/**
 * States of the automaton by number, the root first. Steps from state to state lie in one table of open addressing: a map in every
 * state takes ten times the memory and most of the time of the building.
 */
interface States {
  /** Slots of the table: state that is left, unit read, state that is reached ({@link NONE} where the slot is free). */
  readonly from: Int32Array;
  readonly unit: Uint16Array;
  readonly to: Int32Array;
  /** The longest proper suffix that is a state too. */
  readonly fail: Int32Array;
  /** Nearest of the state and its suffixes at which a pattern ends. */
  readonly ending: Int32Array;
  /** First pattern that ends at a state itself, and after each pattern the next that ends there. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/**
 * Finds all of many patterns in one pass over the text (Aho and Corasick, CACM 18(6), 1975): cost grows with the text and
 * the hits, not with the number of patterns. Empty patterns never match.
 */
export function createAutomaton(patterns: readonly string[]): (text: string) => PatternHit[] {
  const states = build(patterns);
  const { fail, ending, first, next } = states;
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length);
  return (text) => {
    const hits: PatternHit[] = [];
    let state = ROOT;
    for (let at = 0; at < text.length; at += 1) {
      state = step(states, state, text.charCodeAt(at));
      for (let place = ending[state] ?? NONE; place !== NONE; place = ending[fail[place] ?? ROOT] ?? NONE)
        for (let pattern = first[place] ?? NONE; pattern !== NONE; pattern = next[pattern] ?? NONE)
          hits.push({ pattern, start: at + 1 - (lengths[pattern] ?? 0), end: at + 1 });
    }
    return hits;
  };
}

/** The trie of all patterns: for each state the one before it, the unit between them, and how deep it lies. */
interface Trie {
  readonly before: number[];
  readonly by: number[];
  readonly depth: number[];
  /** State at which each pattern ends. */
  readonly ends: Int32Array;
}

function build(patterns: readonly string[]): States {
  const most = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const trie = plant(patterns, tableFor(most));
  const count = trie.before.length;
  const states: States = {
    ...tableFor(count),
    fail: new Int32Array(count),
    ending: new Int32Array(count).fill(NONE),
    first: new Int32Array(count).fill(NONE),
    next: new Int32Array(patterns.length).fill(NONE),
  };
  for (let state = 1; state < count; state += 1) put(states, trie.before[state] ?? ROOT, trie.by[state] ?? 0, state);
  for (let pattern = patterns.length - 1; pattern >= 0; pattern -= 1) {
    const end = trie.ends[pattern] ?? ROOT;
    if (end === ROOT) continue;
    states.next[pattern] = states.first[end] ?? NONE;
    states.first[end] = pattern;
  }
  linkFailures(states, trie);
  return states;
}

type Table = Pick<States, 'from' | 'unit' | 'to'>;

/** Room for the steps to so many states, half of it free. */
function tableFor(states: number): Table {
  const slots = 2 ** Math.ceil(Math.log2(states * 2 + 2));
  return { from: new Int32Array(slots), unit: new Uint16Array(slots), to: new Int32Array(slots).fill(NONE) };
}

function plant(patterns: readonly string[], table: Table): Trie {
  const trie: Trie = { before: [ROOT], by: [0], depth: [0], ends: new Int32Array(patterns.length) };
  for (const [number, pattern] of patterns.entries()) {
    let state = ROOT;
    for (let at = 0; at < pattern.length; at += 1) {
      const unit = pattern.charCodeAt(at);
      let reached = stepOf(table, state, unit);
      if (reached === NONE) {
        reached = trie.before.length;
        trie.before.push(state);
        trie.by.push(unit);
        trie.depth.push(at + 1);
        put(table, state, unit, reached);
      }
      state = reached;
    }
    trie.ends[number] = state;
  }
  return trie;
}

function slotOf({ to }: Table, state: number, unit: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (to.length - 1);
}

function put(table: Table, state: number, unit: number, reached: number): void {
  let slot = slotOf(table, state, unit);
  while (table.to[slot] !== NONE) slot = (slot + 1) & (table.to.length - 1);
  table.from[slot] = state;
  table.unit[slot] = unit;
  table.to[slot] = reached;
}

/** The state that one unit leads to in the trie, or {@link NONE}. */
function stepOf(table: Table, state: number, unit: number): number {
  let slot = slotOf(table, state, unit);
  for (;;) {
    const reached = table.to[slot] ?? NONE;
    if (reached === NONE || (table.from[slot] === state && table.unit[slot] === unit)) return reached;
    slot = (slot + 1) & (table.to.length - 1);
  }
}

function step(states: States, from: number, unit: number): number {
  let state = from;
  for (;;) {
    const reached = stepOf(states, state, unit);
    if (reached !== NONE) return reached;
    if (state === ROOT) return ROOT;
    state = states.fail[state] ?? ROOT;
  }
}

/** Suffixes are shorter than what they are suffixes of, so states are gone through from the shortest. */
function linkFailures(states: States, { before, by, depth }: Trie): void {
  // Numbers sort many times faster than what has to be compared by a function.
  const order = Float64Array.from(depth, (deep, state) => deep * depth.length + state).sort();
  for (const place of order.subarray(1)) {
    const state = place % depth.length;
    const parent = before[state] ?? ROOT;
    const fail = parent === ROOT ? ROOT : step(states, states.fail[parent] ?? ROOT, by[state] ?? 0);
    states.fail[state] = fail;
    states.ending[state] = states.first[state] === NONE ? (states.ending[fail] ?? NONE) : state;
  }
}
