import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly contentType: string;
  /** Everything as Prometheus reads it, after each measure was taken anew. */
  scrape(): Promise<string>;
  /** Takes a measure before each scrape. One that fails is counted and leaves its gauges as they were. Named once. */
  onScrape(name: string, measure: () => Promise<void>): void;
  counter<Label extends string>(name: string, help: string, labels?: readonly Label[]): Counter<Label>;
  gauge<Label extends string>(name: string, help: string, labels?: readonly Label[]): Gauge<Label>;
  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly Label[],
  ): Histogram<Label>;
}

/**
 * A metrics registry of one process. Asking twice for the same name gives the same metric, so that services that run in
 * one process share it. Names start with `lamro_` and carry their unit.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const measures = new Map<string, () => Promise<void>>();
  const base = (name: string, help: string) => ({ name: `lamro_${name}`, help, registers: [registry] });
  const failures = new Counter({
    ...base('measure_failures_total', 'Measures that could not be taken at a scrape'),
    labelNames: ['measure'],
  });
  const take = async (name: string, measure: () => Promise<void>): Promise<void> => {
    try {
      // A queue or a database that is gone may never answer; Prometheus must still get what this process knows itself.
      await withinTime(measure(), MEASURE_WITHIN_MS);
    } catch {
      // The reason stands in the health report of the same part; here it is enough that it is counted.
      failures.inc({ measure: name });
    }
  };
  return {
    contentType: registry.contentType,
    scrape: async () => {
      await Promise.all([...measures].map(([name, measure]) => take(name, measure)));
      return registry.metrics();
    },
    onScrape: (name, measure) => {
      measures.set(name, measure);
    },
    counter: (name, help, labels = []) =>
      existing(registry, name, Counter) ?? new Counter({ ...base(name, help), labelNames: [...labels] }),
    gauge: (name, help, labels = []) =>
      existing(registry, name, Gauge) ?? new Gauge({ ...base(name, help), labelNames: [...labels] }),
    histogram: (name, help, buckets, labels = []) =>
      existing(registry, name, Histogram) ??
      new Histogram({ ...base(name, help), labelNames: [...labels], buckets: [...buckets] }),
  };
}

const MEASURE_WITHIN_MS = 3_000;

async function withinTime(work: Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws when the name is taken by a metric of another type */
function existing<Metric>(
  registry: Registry,
  name: string,
  type: new (...args: never[]) => Metric,
): Metric | undefined {
  const found: unknown = registry.getSingleMetric(`lamro_${name}`);
  if (found === undefined) return undefined;
  if (!(found instanceof type)) throw new Error(`metric lamro_${name} exists with another type`);
  return found;
}
