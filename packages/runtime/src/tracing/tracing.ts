import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Shutdown } from '../shutdown/shutdown.ts';

export interface TracingOptions {
  readonly service: string;
  /** Base address of an OTLP/HTTP receiver; spans go to `/v1/traces` below it. Undefined: nothing is recorded or sent. */
  readonly endpoint: string | undefined;
  /** Share of traces that are kept, 0 to 1; a trace is kept whole or not at all. */
  readonly ratio: number;
}

/** Sends traces to the operator's receiver, where there is one, until the process ends. Without one tracing costs nothing. */
export function startTracing(options: TracingOptions, shutdown: Shutdown): void {
  if (options.endpoint === undefined) return;
  const url = `${options.endpoint.replace(/\/+$/, '')}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': `lamro-${options.service}`,
      'service.instance.id': `${process.pid}`,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: 5_000 }) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  shutdown.on('connections', 'tracing', () => provider.shutdown());
}

/** Id of the trace under way, for the log line of the same work; null where none is recorded. */
export function traceId(): string | null {
  return trace.getActiveSpan()?.spanContext().traceId ?? null;
}
