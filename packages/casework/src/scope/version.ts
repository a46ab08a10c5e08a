import { CommandRefused } from '../refusal/refusal.ts';

/**
 * Whether a row is still as the person saw it.
 *
 * @param current null where there is no such row, which the command itself refuses
 * @param what the row's name in Vietnamese, as a sentence begins
 * @throws CommandRefused `conflict` with the current version
 */
export function checkVersion(current: number | null, expected: number | undefined, what: string): void {
  if (current === null || expected === undefined || expected === current) return;
  throw new CommandRefused(
    'conflict',
    `${what} vừa được người khác thay đổi: hãy tải lại, xem thay đổi rồi làm tiếp.`,
    { currentVersion: current },
  );
}
