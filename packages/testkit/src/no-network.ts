import { Socket } from 'node:net';
import { afterEach, expect } from 'vitest';

/** Fails a test that reaches beyond loopback, whatever library it went through. */
const reached: string[] = [];
const connect = Socket.prototype.connect;

Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]) {
  const target = targetOf(args);
  if (target !== null && !isLoopback(target)) {
    reached.push(target);
    // Ends the attempt before a packet leaves, and as asynchronously as a real refusal would.
    process.nextTick(() => this.destroy(new Error(`kiểm thử không được ra ngoài máy này: ${target}`)));
    return this;
  }
  return Reflect.apply(connect, this, args);
};

/** Host that a `connect` call names; null for pipes, which stay on the machine. */
function targetOf(args: readonly unknown[]): string | null {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return null;
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null;
  return typeof args[1] === 'string' ? args[1] : 'localhost';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host) || host === '';
}

afterEach(() => {
  const found = reached.splice(0);
  expect(found, 'the test reached beyond loopback').toEqual([]);
});
