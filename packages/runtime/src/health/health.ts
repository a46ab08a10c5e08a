/** What one part says of itself. `detail` is one Vietnamese line for operators. */
export interface HealthState {
  readonly ok: boolean;
  readonly detail: string;
}

export interface HealthReport {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, HealthState>>;
}

export interface Health {
  /** Adds a part; a part that throws or does not answer in time counts as not well, with its error as detail. */
  add(name: string, check: () => Promise<HealthState> | HealthState): void;
  report(): Promise<HealthReport>;
  /** Says that something ended which only a restart mends; from then on the process is neither alive nor ready. */
  die(reason: string): void;
  /** Why only a restart helps, or null while none is needed. */
  dead(): string | null;
}

const ANSWER_WITHIN_MS = 3_000;

/** Collects what parts say of themselves; readiness is "every part is well". */
export function createHealth(): Health {
  const checks = new Map<string, () => Promise<HealthState> | HealthState>();
  let reason: string | null = null;
  return {
    die: (why) => {
      reason ??= why;
    },
    dead: () => reason,
    add: (name, check) => {
      if (checks.has(name)) throw new Error(`health part ${name} is registered twice`);
      checks.set(name, check);
    },
    report: async () => {
      const states = await Promise.all([...checks].map(async ([name, check]) => [name, await ask(check)] as const));
      const process: HealthState = { ok: reason === null, detail: reason ?? 'đang chạy' };
      const parts = { process, ...Object.fromEntries(states) };
      return { ok: reason === null && states.every(([, state]) => state.ok), parts };
    },
  };
}

async function ask(check: () => Promise<HealthState> | HealthState): Promise<HealthState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthState>((resolve) => {
    timer = setTimeout(
      () => resolve({ ok: false, detail: `không trả lời trong ${ANSWER_WITHIN_MS / 1000} giây` }),
      ANSWER_WITHIN_MS,
    );
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
