import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
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
  const base = (name: string, help: string) => ({ name: `lamro_${name}`, help, registers: [registry] });
  return {
    registry,
    counter: (name, help, labels = []) =>
      existing(registry, name, Counter) ?? new Counter({ ...base(name, help), labelNames: [...labels] }),
    gauge: (name, help, labels = []) =>
      existing(registry, name, Gauge) ?? new Gauge({ ...base(name, help), labelNames: [...labels] }),
    histogram: (name, help, buckets, labels = []) =>
      existing(registry, name, Histogram) ??
      new Histogram({ ...base(name, help), labelNames: [...labels], buckets: [...buckets] }),
  };
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
