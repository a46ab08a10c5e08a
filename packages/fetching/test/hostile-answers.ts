import type { FetchFailureKind } from '@lamro/domain';
import { type RawAnswer, reply } from './raw-server.ts';

export interface HostileCase {
  readonly name: string;
  /** The failure it must cost, or `ok` where a page is still read. */
  readonly expected: FetchFailureKind | 'ok';
  readonly answer: RawAnswer;
  /** What /robots.txt answers; by default that there is none. */
  readonly robots?: RawAnswer;
}

export const MB = 1024 * 1024;
export const ZEROS = Buffer.alloc(64 * 1024);
export const plain: RawAnswer = (socket) => reply(socket, '200 OK', ['content-type: text/html'], '<p>xin chào</p>');
export const raw =
  (text: string): RawAnswer =>
  (socket) =>
    void socket.end(Buffer.from(text, 'latin1'));
export const coded = (coding: string, body: () => Uint8Array): RawAnswer => {
  return (socket) => reply(socket, '200 OK', [`content-encoding: ${coding}`], body());
};
export const sendTo = (location: string): RawAnswer => {
  return (socket) => reply(socket, '302 Found', [`location: ${location}`]);
};
